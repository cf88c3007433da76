package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/// A text argument of an intrinsic function as written between its quotes, escapes included.
record Quoted(String raw) implements Expression {
    private static final String ESCAPABLE = "'{}\\";

    @Override
    public JsonNode evaluate(Scope scope) {
        return Json.text(plain(raw));
    }

    /// The text without its escapes.
    static String plain(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\') {
                i++;
                requireEscape(raw, i);
            }
            text.append(raw.charAt(i));
        }
        return text.toString();
    }

    static void requireEscape(String raw, int at) {
        if (at >= raw.length() || ESCAPABLE.indexOf(raw.charAt(at)) < 0) {
            throw new IntrinsicProblem("there is an open escape '\\' in '" + raw + "'");
        }
    }
}
