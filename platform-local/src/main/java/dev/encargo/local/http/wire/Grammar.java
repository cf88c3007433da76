package dev.encargo.local.http.wire;

import java.util.Locale;

/// Which characters may stand where (RFC 9110 §5, RFC 9112 §3).
final class Grammar {

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '!'; c < 127; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    private Grammar() {}

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isTokenCharacter(int c) {
        return c >= 0 && c < 128 && TOKEN[c];
    }

    /// Visible characters, spaces, tabs and the upper half of Latin 1.
    static boolean isFieldValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isFieldCharacter(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isFieldCharacter(int c) {
        return c == '\t' || (c >= ' ' && c != 127 && c <= 255);
    }

    static boolean isTargetCharacter(int c) {
        return c > ' ' && c < 127;
    }

    /// Text that came from outside, safe to show: short and printable.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return shown.append(text.length() > 80 ? "…" : "").toString();
    }
}
