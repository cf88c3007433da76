package dev.encargo.invoices.pdf;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Which glyph draws a character: the font's `cmap`, formats 12 (all of Unicode) and 4 (the basic plane).
final class CharacterMap {
    private final Map<Integer, Integer> glyphs = new HashMap<>();

    private CharacterMap() {}

    static CharacterMap read(ByteBuffer data, int cmap) {
        CharacterMap map = new CharacterMap();
        int count = data.getShort(cmap + 2) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int at = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            switch (data.getShort(at)) {
                case 4 -> map.readSegments(data, at);
                case 12 -> map.readGroups(data, at);
                default -> {}
            }
        }
        return map;
    }

    int glyph(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }

    private void readGroups(ByteBuffer data, int at) {
        int groups = data.getInt(at + 12);
        for (int i = 0; i < groups; i++) {
            int group = at + 16 + 12 * i;
            int first = data.getInt(group);
            int last = data.getInt(group + 4);
            for (int code = first; code <= last; code++) {
                glyphs.put(code, data.getInt(group + 8) + code - first);
            }
        }
    }

    private void readSegments(ByteBuffer data, int at) {
        int bytes = data.getShort(at + 6) & 0xFFFF;
        for (int i = 0; i < bytes; i += 2) {
            int last = data.getShort(at + 14 + i) & 0xFFFF;
            int first = data.getShort(at + 16 + bytes + i) & 0xFFFF;
            int delta = data.getShort(at + 16 + 2 * bytes + i);
            int rangeAt = at + 16 + 3 * bytes + i;
            int range = data.getShort(rangeAt) & 0xFFFF;
            for (int code = first; code <= last && code < 0xFFFF; code++) {
                int glyph = range == 0 ? code : data.getShort(rangeAt + range + 2 * (code - first)) & 0xFFFF;
                if (glyph != 0) {
                    glyphs.putIfAbsent(code, (glyph + delta) & 0xFFFF);
                }
            }
        }
    }
}
