package dev.encargo.invoices.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text from outside, made fit to be set: composed, on one line, without control or invisible characters.
final class Text {

    private Text() {}

    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(Text::visible)
                .filter(codePoint -> codePoint >= 0)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /// Breaks a text into lines of at most `width`, at spaces where there are some, else within the word.
    static List<String> wrap(String text, Style style, double width) {
        List<String> lines = new ArrayList<>();
        String rest = clean(text);
        while (style.width(rest) > width) {
            int end = Math.max(fitting(rest, style, width), Character.charCount(rest.codePointAt(0)));
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /// How many chars of the text fit.
    private static int fitting(String text, Style style, double width) {
        double used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += style.face().width(codePoint) * style.size() / 1000;
            if (used > width) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(Text::isPlain) && text.equals(text.strip());
    }

    private static boolean isPlain(int unit) {
        return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit <= 0xFF && unit != 0xAD);
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> -1;
            case Character.SURROGATE -> 0xFFFD;
            default -> codePoint;
        };
    }
}
