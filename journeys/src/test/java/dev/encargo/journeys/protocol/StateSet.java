package dev.encargo.journeys.protocol;

import java.util.Arrays;

/// Every state met, in the order met, with the one it was first reached from. Open addressing over packed longs.
final class StateSet {
    private static final int CHUNK = 1 << 16;

    private long[][] chunks = new long[16][];
    private int[] parents = new int[CHUNK];
    private int[] slots = new int[1 << 18];
    private int size;

    int size() {
        return size;
    }

    int parent(int index) {
        return parents[index];
    }

    void read(int index, World world) {
        world.unpack(chunks[index / CHUNK], index % CHUNK * World.WIDTH);
    }

    /// Adds a packed state unless it is known. Returns whether it was new.
    boolean add(long[] packed, int parent) {
        if ((size + 1) * 2L > slots.length) {
            grow();
        }
        int slot = slot(packed);
        while (slots[slot] != 0) {
            if (same(slots[slot] - 1, packed)) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        append(packed, parent);
        slots[slot] = size;
        return true;
    }

    private void append(long[] packed, int parent) {
        int chunk = size / CHUNK;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[CHUNK * World.WIDTH];
        }
        System.arraycopy(packed, 0, chunks[chunk], size % CHUNK * World.WIDTH, World.WIDTH);
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
        }
        parents[size++] = parent;
    }

    private boolean same(int index, long[] packed) {
        long[] chunk = chunks[index / CHUNK];
        int at = index % CHUNK * World.WIDTH;
        return chunk[at] == packed[0] && chunk[at + 1] == packed[1] && chunk[at + 2] == packed[2];
    }

    private int slot(long[] packed) {
        long hash = 0x9E3779B97F4A7C15L;
        for (long word : packed) {
            hash = (hash ^ word) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        return (int) hash & (slots.length - 1);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        long[] packed = new long[World.WIDTH];
        for (int index = 0; index < size; index++) {
            System.arraycopy(chunks[index / CHUNK], index % CHUNK * World.WIDTH, packed, 0, World.WIDTH);
            int slot = slot(packed);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = index + 1;
        }
    }
}
