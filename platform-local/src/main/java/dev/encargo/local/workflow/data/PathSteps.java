package dev.encargo.local.workflow.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of a path that names exactly one node: `.name`, `['name']`, `[index]`. In a name `\` takes from the
/// character that follows what it means to paths.
final class PathSteps {
    private final String text;
    private int at;

    private PathSteps(String text) {
        this.text = text;
    }

    /// The steps (a `String` for a member, an `Integer` for an index), or null when the path can select more than
    /// one node or uses an operator.
    static @Nullable List<Object> of(String text) {
        return new PathSteps(text).read();
    }

    private @Nullable List<Object> read() {
        List<Object> steps = new ArrayList<>();
        while (at < text.length()) {
            Object step = text.charAt(at) == '.' ? member() : text.charAt(at) == '[' ? bracket() : null;
            if (step == null) {
                return null;
            }
            steps.add(step);
        }
        return steps;
    }

    private @Nullable Object member() {
        at++;
        if (at < text.length() && text.charAt(at) == '[') {
            return bracket();
        }
        StringBuilder name = new StringBuilder();
        while (at < text.length() && (text.charAt(at) == '\\' || isNameCharacter(text.charAt(at)))) {
            if (text.charAt(at) == '\\' && ++at >= text.length()) {
                return null;
            }
            name.append(text.charAt(at++));
        }
        return name.isEmpty() ? null : name.toString();
    }

    private @Nullable Object bracket() {
        at++;
        if (at >= text.length()) {
            return null;
        }
        char first = text.charAt(at);
        Object step = first == '\'' || first == '"' ? quoted(first) : index();
        if (step == null || at >= text.length() || text.charAt(at) != ']') {
            return null;
        }
        at++;
        return step;
    }

    private @Nullable Object quoted(char quote) {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
        }
        if (at >= text.length()) {
            return null;
        }
        at++;
        return name.toString();
    }

    private @Nullable Object index() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == start || at - start > 9 ? null : Integer.valueOf(text.substring(start, at));
    }

    private static boolean isNameCharacter(char c) {
        return ".[]()*?@,:'\" \t\n\r{}=<>!|+/\\^%;#~`".indexOf(c) < 0;
    }
}
