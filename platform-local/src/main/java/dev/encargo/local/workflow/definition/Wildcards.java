package dev.encargo.local.workflow.definition;

import dev.encargo.local.workflow.data.StatesError;
import java.util.ArrayList;
import java.util.List;

/// Patterns of `StringMatches`: `*` stands for zero or more characters; `\*` and `\\` stand for `*` and `\`.
/// Any other `\` is an open escape, which the language has as an error of the execution.
final class Wildcards {
    private Wildcards() {}

    static boolean match(String pattern, String text) {
        List<String> parts = parts(pattern);
        if (parts.size() == 1) {
            return text.equals(parts.getFirst());
        }
        String first = parts.getFirst();
        String last = parts.getLast();
        if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = text.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    private static char escaped(String pattern, int at) {
        if (at >= pattern.length() || "*\\".indexOf(pattern.charAt(at)) < 0) {
            throw StatesError.runtime("There is an open escape '\\' in the pattern '" + pattern + "' of StringMatches");
        }
        return pattern.charAt(at);
    }

    /// The texts between the wildcards.
    private static List<String> parts(String pattern) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                part.append(escaped(pattern, ++i));
            } else if (c == '*') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
