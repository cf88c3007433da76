package dev.encargo.invoices.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A TrueType font file, read once: metrics, the character map and glyph outlines (OpenType specification 1.9:
/// `head`, `hhea`, `hmtx`, `maxp`, `loca`, `glyf`, `cmap`, `OS/2`). Lengths are in the font's units, `unitsPerEm`
/// to the em.
final class TrueType {
    private final byte[] file;
    private final Map<String, int[]> tables = new HashMap<>();
    private final int[] offsets;
    private final int[] advances;
    private final CharacterMap characters;
    final int unitsPerEm;
    final int ascent;
    final int descent;
    final int capHeight;
    final int[] box;

    TrueType(byte[] file) {
        this.file = file;
        ByteBuffer data = ByteBuffer.wrap(file);
        directory(data);
        int head = start("head");
        this.unitsPerEm = unsigned(head + 18);
        this.box = new int[] {
            data.getShort(head + 36), data.getShort(head + 38), data.getShort(head + 40), data.getShort(head + 42)
        };
        int hhea = start("hhea");
        this.ascent = data.getShort(hhea + 4);
        this.descent = data.getShort(hhea + 6);
        this.capHeight = data.getShort(start("OS/2") + 88);
        int glyphs = unsigned(start("maxp") + 4);
        this.offsets = offsets(data, glyphs, unsigned(head + 50) == 1);
        this.advances = advances(glyphs, unsigned(hhea + 34));
        this.characters = CharacterMap.read(data, start("cmap"));
    }

    /// The glyph of a character, 0 when the font has none.
    int glyph(int codePoint) {
        return characters.glyph(codePoint);
    }

    int advance(int glyph) {
        return advances[glyph];
    }

    /// The outline as it is in the file; empty for a blank glyph.
    byte[] outline(int glyph) {
        return Arrays.copyOfRange(file, offsets[glyph], offsets[glyph + 1]);
    }

    byte[] table(String tag) {
        int[] range = range(tag);
        return Arrays.copyOfRange(file, range[0], range[0] + range[1]);
    }

    private void directory(ByteBuffer data) {
        int count = data.getShort(4) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            String tag = new String(file, entry, 4, StandardCharsets.ISO_8859_1);
            tables.put(tag, new int[] {data.getInt(entry + 8), data.getInt(entry + 12)});
        }
    }

    private int[] offsets(ByteBuffer data, int glyphs, boolean wide) {
        int loca = start("loca");
        int glyf = start("glyf");
        int[] all = new int[glyphs + 1];
        for (int i = 0; i <= glyphs; i++) {
            all[i] = glyf + (wide ? data.getInt(loca + 4 * i) : 2 * unsigned(loca + 2 * i));
        }
        return all;
    }

    private int[] advances(int glyphs, int metrics) {
        int hmtx = start("hmtx");
        int[] all = new int[glyphs];
        for (int i = 0; i < glyphs; i++) {
            all[i] = unsigned(hmtx + 4 * Math.min(i, metrics - 1));
        }
        return all;
    }

    private int start(String tag) {
        return range(tag)[0];
    }

    private int[] range(String tag) {
        int @Nullable [] range = tables.get(tag);
        if (range == null) {
            throw new NoSuchElementException("the font has no table " + tag);
        }
        return range;
    }

    private int unsigned(int at) {
        return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
    }
}
