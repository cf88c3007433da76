package dev.encargo.invoices.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Some characters of a typeface as PDF objects (ISO 32000-1, 9.7): a composite font whose codes are the glyphs of
/// its subset, with the map back to Unicode that makes text selectable.
final class EmbeddedFont {
    static final int OBJECTS = 5;

    private final Typeface face;
    private final List<Integer> characters;
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final byte[] program;
    private final byte[] toUnicode;

    EmbeddedFont(Typeface face, List<Integer> characters) {
        this.face = face;
        this.characters = List.copyOf(characters);
        for (int i = 0; i < characters.size(); i++) {
            codes.put(characters.get(i), i + 1);
        }
        byte[] file = new FontSubset(face.font, this.characters).file();
        this.program = Streams.compressed("/Length1 " + file.length, file);
        this.toUnicode = Streams.compressed("", toUnicode().getBytes(StandardCharsets.US_ASCII));
    }

    /// The code that shows a character, 0 when it is not in this font.
    int code(int codePoint) {
        return codes.getOrDefault(codePoint, 0);
    }

    /// The font's objects, to be numbered from `first` on; the first one is the font itself.
    List<byte[]> objects(int first, String tag) {
        String name = "/" + tag + "+" + face.fontName;
        String type0 =
                "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
                        .formatted(name, first + 1, first + 4);
        String cid =
                ("<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                                + "/CIDToGIDMap/Identity/FontDescriptor %d 0 R/DW 500/W[1[%s]]>>")
                        .formatted(name, first + 2, widths());
        return List.of(ascii(type0), ascii(cid), ascii(descriptor(name, first + 3)), program, toUnicode);
    }

    private String descriptor(String name, int file) {
        TrueType font = face.font;
        return String.format(
                Locale.ROOT,
                "<</Type/FontDescriptor/FontName%s/Flags 32/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
                name,
                em(font.box[0]),
                em(font.box[1]),
                em(font.box[2]),
                em(font.box[3]),
                em(font.ascent),
                em(font.descent),
                em(font.capHeight),
                face.stemWidth,
                file);
    }

    private int em(int units) {
        return Math.round(units * 1000f / face.font.unitsPerEm);
    }

    private String widths() {
        StringBuilder all = new StringBuilder();
        characters.forEach(character ->
                all.append(all.isEmpty() ? "" : " ").append(em(face.font.advance(face.font.glyph(character)))));
        return all.toString();
    }

    private String toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < characters.size(); from += 100) {
            int to = Math.min(characters.size(), from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                byte[] utf16 = Character.toString(characters.get(i)).getBytes(StandardCharsets.UTF_16BE);
                map.append("<%04X> <%s>\n"
                        .formatted(i + 1, HexFormat.of().withUpperCase().formatHex(utf16)));
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
