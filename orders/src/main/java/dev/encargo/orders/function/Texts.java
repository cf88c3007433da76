package dev.encargo.orders.function;

/// What texts in requests may be.
final class Texts {
    private static final int LONGEST_EMAIL = 254;

    private Texts() {}

    /// Without control characters, broken surrogates, or the sign that stands for bytes that were no UTF-8.
    static boolean readable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\ufffd' || c == '\u2028' || c == '\u2029') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /// One address as people have them: a local part, `@`, and a domain of at least two labels.
    static boolean email(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > 64 || at != text.lastIndexOf('@') || text.length() > LONGEST_EMAIL) {
            return false;
        }
        String domain = text.substring(at + 1);
        return text.chars().allMatch(c -> c > ' ' && c != 0x7f && "<>()[],;:\\\"".indexOf(c) < 0)
                && dots(text.substring(0, at))
                && dots(domain)
                && domain.indexOf('.') > 0
                && domain.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
    }

    private static boolean dots(String text) {
        return !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    }

    static boolean locale(String text) {
        return text.equals("en") || text.equals("es");
    }

    static boolean capitals(String text) {
        return text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    static boolean country(String text) {
        return text.length() == 2 && capitals(text);
    }

    /// A code such as `CHANGED_MIND`: it cannot hold personal data.
    static boolean code(String text) {
        return text.charAt(0) != '_' && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_');
    }

    static boolean visibleAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
