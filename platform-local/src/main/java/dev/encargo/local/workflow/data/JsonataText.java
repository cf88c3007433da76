package dev.encargo.local.workflow.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an expression's text refers to, read word by word because the JSONata library keeps its syntax tree to
/// itself. What stands in literals, regular expressions and comments refers to nothing.
final class JsonataText {
    private static final String NAME_ENDS = " \t\n\r.[]{}(),@#;:?+-*/%|=<>^&!~'\"`";
    private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "in");
    private static final Set<String> FUNCTION = Set.of("function", "λ");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final String STATES = "states";

    /// A bracket that is open.
    private static final class Bracket {
        /// Whether there is a context inside: an item, a parameter, the node of a step.
        final boolean context;
        /// Whether the bracket itself stands in a step of a path.
        final boolean step;
        /// Whether it has the parameters of a function, whose body follows.
        final boolean parameters;
        int bars;

        Bracket(boolean context, boolean step, boolean parameters) {
            this.context = context;
            this.step = step;
            this.parameters = parameters;
        }
    }

    private final String text;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private @Nullable String withoutContext;
    private int at;
    /// Whether what was read last is a value, so that an operator follows.
    private boolean value;
    /// Whether we are behind the first step of a path.
    private boolean step;
    private boolean function;
    private boolean body;
    private boolean order;

    private JsonataText(String text) {
        this.text = text;
        open.push(new Bracket(false, false, false));
    }

    /// @param text a well-formed expression
    static JsonataText of(String text) {
        JsonataText read = new JsonataText(text);
        while (read.at < text.length()) {
            read.next();
        }
        return read;
    }

    /// The names of the variables and functions that it asks for.
    Set<String> variables() {
        return variables;
    }

    /// The parts of `$states` that it asks for by name.
    Set<String> parts() {
        return parts;
    }

    /// The `$`, `$$` or name of a field that it has where there is nothing to find a field in, or null.
    @Nullable
    String withoutContext() {
        return withoutContext;
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\n', '\r' -> at++;
            case '\'', '"' -> literal(c);
            case '`' -> quotedName();
            case '$' -> variable();
            case '(', '[', '{' -> enter(c);
            case ')', ']', '}' -> leave();
            case '|' -> bar();
            case '.' -> dot();
            case '/' -> slash();
            default -> {
                if (NAME_ENDS.indexOf(c) < 0) {
                    word();
                } else {
                    operator(c);
                }
            }
        }
    }

    private void literal(char quote) {
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && quote != '`') {
                at++;
            }
        }
        at++;
        value = true;
    }

    private void quotedName() {
        int start = at;
        literal('`');
        requireContext(text.substring(start, Math.min(text.length(), at)));
    }

    private void variable() {
        at++;
        String name = name();
        if (name.isEmpty() || name.equals("$")) {
            requireContext("$" + name);
        } else {
            variables.add(name);
        }
        value = true;
        if (name.equals(STATES)) {
            part();
        }
    }

    private void part() {
        int before = at;
        blanks();
        if (at < text.length() && text.charAt(at) == '.' && !text.startsWith("..", at)) {
            dot();
            blanks();
            int start = at;
            if (at < text.length() && text.charAt(at) == '`') {
                literal('`');
                parts.add(text.substring(start + 1, Math.min(text.length(), at - 1)));
            } else if (!name().isEmpty()) {
                parts.add(text.substring(start, at));
                value = true;
            }
        } else {
            at = before;
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && NAME_ENDS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void word() {
        String word = name();
        if (value && WORD_OPERATORS.contains(word)) {
            value = false;
            step = false;
            return;
        }
        value = true;
        function = FUNCTION.contains(word);
        if (!function && !CONSTANTS.contains(word) && !Character.isDigit(word.charAt(0))) {
            requireContext(word);
        }
    }

    private void requireContext(String reference) {
        if (!step && !context() && withoutContext == null) {
            withoutContext = reference;
        }
    }

    private boolean context() {
        return open.element().context;
    }

    private void enter(char bracket) {
        boolean inner = context()
                || step
                || switch (bracket) {
                    case '[' -> value;
                    case '{' -> value || body;
                    default -> order;
                };
        open.push(new Bracket(inner, step, function && bracket == '('));
        at++;
        value = false;
        step = false;
        function = false;
        body = false;
        order = false;
    }

    private void leave() {
        at++;
        value = true;
        if (open.size() == 1) {
            return;
        }
        Bracket left = open.pop();
        step = left.step;
        if (left.parameters) {
            signature();
            body = true;
        }
    }

    private void signature() {
        blanks();
        int depth = 0;
        while (at < text.length() && (depth > 0 || text.charAt(at) == '<')) {
            depth += switch (text.charAt(at++)) {
                case '<' -> 1;
                case '>' -> -1;
                default -> 0;
            };
        }
    }

    /// `| pattern | update |` looks at what it changes.
    private void bar() {
        at++;
        if (open.element().bars == 0) {
            open.push(new Bracket(true, step, false));
        }
        if (++open.element().bars == 3) {
            step = open.pop().step;
            value = true;
        } else {
            step = false;
            value = false;
        }
    }

    private void dot() {
        boolean range = text.startsWith("..", at);
        at += range ? 2 : 1;
        step = !range;
        value = false;
    }

    private void slash() {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (value) {
            operator('/');
        } else {
            literal('/');
        }
    }

    private void operator(char c) {
        at++;
        boolean named = !value && (c == '*' || c == '%');
        order = c == '^';
        value = named;
        step = step && (named || order || c == '@' || c == '#');
    }
}
