package dev.encargo.cli.output;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Text in ASCII: signs by what stands for them, letters without their accents, `?` for what has no such form.
final class Ascii {
    private static final Map<String, String> SIGNS = signs();
    /// As Spanish writes money: the sign after the amount.
    private static final Pattern AFTER_AMOUNT = Pattern.compile("(?<=\\d )€(?!\\d)");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{ASCII}]");

    private Ascii() {}

    static String of(String text) {
        String signs = AFTER_AMOUNT.matcher(text).replaceAll("EUR");
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            signs = signs.replace(sign.getKey(), sign.getValue());
        }
        String letters = ACCENTS.matcher(Normalizer.normalize(signs, Normalizer.Form.NFKD))
                .replaceAll("");
        return OTHERS.matcher(letters).replaceAll("?");
    }

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("×∞", "without end");
        signs.put("€", "EUR ");
        signs.put("¥", "JPY ");
        signs.put("£", "GBP ");
        signs.put("·", "-");
        signs.put("–", "-");
        signs.put("—", "-");
        signs.put("─", "-");
        signs.put("×", "x");
        signs.put("✕", "x");
        signs.put("✓", "+");
        signs.put("●", "*");
        signs.put("…", "...");
        signs.put("→", "->");
        signs.put("←", "<-");
        signs.put("│", "|");
        signs.put("├", "|");
        signs.put("└", "`");
        signs.put("“", "\"");
        signs.put("”", "\"");
        signs.put("‘", "'");
        signs.put("’", "'");
        signs.put("¿", "");
        signs.put("¡", "");
        return signs;
    }
}
