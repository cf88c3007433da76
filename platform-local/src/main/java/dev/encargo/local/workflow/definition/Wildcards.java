package dev.encargo.local.workflow.definition;

import java.util.ArrayList;
import java.util.List;

/// Patterns of `StringMatches`: `*` stands for zero or more characters; `\*` and `\\` stand for `*` and `\`.
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

    /// The texts between the wildcards.
    private static List<String> parts(String pattern) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && "*\\".indexOf(pattern.charAt(i + 1)) >= 0) {
                part.append(pattern.charAt(++i));
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
