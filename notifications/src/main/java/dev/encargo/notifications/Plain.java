package dev.encargo.notifications;

/// Text from outside, made harmless.
final class Plain {

    private Plain() {}

    /// On one line and without control or invisible characters.
    static String line(String text) {
        return text.codePoints()
                .map(codePoint -> isBreak(codePoint) ? ' ' : codePoint)
                .filter(codePoint -> Character.getType(codePoint) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /// The same, with everything escaped that HTML would read as markup.
    static String html(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static boolean isBreak(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
