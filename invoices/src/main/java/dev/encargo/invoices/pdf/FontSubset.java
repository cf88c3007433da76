package dev.encargo.invoices.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A font file with the glyphs of some characters only. Glyph 0 is the box for a missing glyph, glyph `i + 1` draws
/// the `i`-th character.
///
/// A character that the font lacks gets a box of its own: it is visible, and copying the text still gives the
/// character.
final class FontSubset {
    private final TrueType font;
    private final List<Integer> sources = new ArrayList<>();
    private final Map<Integer, Integer> components = new LinkedHashMap<>();

    FontSubset(TrueType font, List<Integer> codePoints) {
        this.font = font;
        sources.add(0);
        codePoints.forEach(codePoint -> sources.add(font.glyph(codePoint)));
        for (int i = 0; i < sources.size(); i++) {
            Outline.components(font.outline(sources.get(i))).forEach(this::component);
        }
    }

    /// The font file: the tables that PDF 1.7 asks of an embedded CIDFontType2.
    byte[] file() {
        ByteArrayOutputStream outlines = new ByteArrayOutputStream(32_768);
        ByteBuffer locations = ByteBuffer.allocate(4 * (sources.size() + 1));
        ByteBuffer metrics = ByteBuffer.allocate(4 * sources.size());
        for (int source : sources) {
            locations.putInt(outlines.size());
            outlines.writeBytes(padded(Outline.slim(font.outline(source), this::component)));
            metrics.putShort((short) font.advance(source)).putShort(leftSide(source));
        }
        locations.putInt(outlines.size());
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("glyf", outlines.toByteArray());
        tables.put("head", patched("head", 50, 1));
        tables.put("hhea", patched("hhea", 34, sources.size()));
        tables.put("hmtx", metrics.array());
        tables.put("loca", locations.array());
        tables.put("maxp", patched("maxp", 4, sources.size()));
        return assembled(tables);
    }

    private int component(int source) {
        return components.computeIfAbsent(source, added -> {
            sources.add(added);
            return sources.size() - 1;
        });
    }

    private short leftSide(int glyph) {
        byte[] outline = font.outline(glyph);
        return outline.length == 0 ? 0 : ByteBuffer.wrap(outline).getShort(2);
    }

    private byte[] patched(String table, int at, int value) {
        byte[] content = font.table(table);
        ByteBuffer.wrap(content).putShort(at, (short) value);
        return content;
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        int at = 12 + 16 * tables.size();
        ByteBuffer directory = ByteBuffer.allocate(at);
        directory.putInt(0x00010000).putShort((short) tables.size());
        directory.putShort((short) 64).putShort((short) 2).putShort((short) (16 * tables.size() - 64));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = padded(table.getValue());
            directory.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            directory.putInt(sum(content)).putInt(at + body.size()).putInt(table.getValue().length);
            body.writeBytes(content);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static byte[] padded(byte[] content) {
        return content.length % 4 == 0 ? content : Arrays.copyOf(content, content.length + 4 - content.length % 4);
    }

    private static int sum(byte[] padded) {
        ByteBuffer words = ByteBuffer.wrap(padded);
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
