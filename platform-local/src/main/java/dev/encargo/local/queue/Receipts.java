package dev.encargo.local.queue;

import dev.encargo.local.store.OwnersOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each message that lives was received, in a file of 16-byte slots beside the database: so that a
/// message whose handling kills the process counts that receive and ends in the dead letters, instead of killing
/// every process after it.
///
/// A receive has no row of its own, since that would cost every message a changed row and often a commit. It is one
/// plain write to this file, which outlives the process (`kill -9`, out of memory) but is not forced to disk: when
/// the power fails, the latest receives may not count, and their messages are received once more than declared. A
/// failure reported in an orderly way is in the message's row, too. It is no channel, which an interrupt would
/// close.
final class Receipts implements AutoCloseable {
    private static final int SLOT = 2 * Long.BYTES;

    private final RandomAccessFile file;
    private final Map<Long, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(SLOT);

    private Receipts(RandomAccessFile file) {
        this.file = file;
    }

    static Receipts in(Path path) {
        try {
            OwnersOnly.file(path);
            return new Receipts(new RandomAccessFile(path.toFile(), "rw"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The receives by message that the process before this one has left.
    synchronized Map<Long, Integer> left() {
        try {
            byte[] bytes = new byte[Math.toIntExact(file.length() / SLOT * SLOT)];
            file.seek(0);
            file.readFully(bytes);
            ByteBuffer all = ByteBuffer.wrap(bytes);
            Map<Long, Integer> left = new HashMap<>();
            while (all.remaining() >= SLOT) {
                long id = all.getLong();
                int receives = (int) all.getLong();
                if (id > 0 && receives > 0) {
                    left.merge(id, receives, Math::max);
                }
            }
            return left;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Forgets everything: what was left is in the rows now.
    synchronized void clear() {
        try {
            file.setLength(0);
            slots.clear();
            free.clear();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Messages are about to be handled.
    synchronized void received(List<Message> messages) {
        for (Message message : messages) {
            Integer slot = slots.computeIfAbsent(message.id(), _ -> free.isEmpty() ? slots.size() : free.pop());
            write(slot, message.id(), message.receives());
        }
    }

    /// A message is gone.
    synchronized void gone(long id) {
        Integer slot = slots.remove(id);
        if (slot != null) {
            write(slot, 0, 0);
            free.push(slot);
        }
    }

    private void write(int slot, long id, long receives) {
        try {
            buffer.clear().putLong(id).putLong(receives);
            file.seek((long) slot * SLOT);
            file.write(buffer.array());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
