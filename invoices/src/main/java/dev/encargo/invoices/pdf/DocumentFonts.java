package dev.encargo.invoices.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fonts of one document: per typeface the house font and, for characters beyond it, one that grows as they are
/// met.
final class DocumentFonts {
    private final Map<Typeface, List<Integer>> guests = new LinkedHashMap<>();

    /// Whether the house font shows the character.
    static boolean isHouse(Typeface face, int codePoint) {
        return face.house.code(codePoint) != 0;
    }

    static String name(Typeface face, boolean house) {
        return (house ? "/H" : "/G") + face.fontName;
    }

    /// The code of the character in the font that [#isHouse] chooses.
    int code(Typeface face, int codePoint) {
        int code = face.house.code(codePoint);
        return code != 0 ? code : guestCode(face, codePoint);
    }

    private int guestCode(Typeface face, int codePoint) {
        List<Integer> met = guests.computeIfAbsent(face, _ -> new ArrayList<>());
        int at = met.indexOf(codePoint);
        if (at < 0) {
            met.add(codePoint);
            at = met.size() - 1;
        }
        return at + 1;
    }

    /// Adds the fonts to the file and returns the resource dictionary that names them.
    String addTo(PdfFile file) {
        StringBuilder resources = new StringBuilder("<<");
        for (Typeface face : Typeface.ALL) {
            resources
                    .append(name(face, true))
                    .append(' ')
                    .append(add(file, face.house, "ENCARG"))
                    .append(" 0 R");
        }
        guests.forEach((face, met) -> resources
                .append(name(face, false))
                .append(' ')
                .append(add(file, new EmbeddedFont(face, met), "GUESTS"))
                .append(" 0 R"));
        return resources.append(">>").toString();
    }

    private static int add(PdfFile file, EmbeddedFont font, String tag) {
        int first = file.next();
        font.objects(first, tag).forEach(file::add);
        return first;
    }
}
