package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads calls of intrinsic functions: `States.Name(argument, …)` where an argument is a text in single quotes, a
/// number, a boolean, null, a path or another call.
final class IntrinsicParser {
    private static final int DEEPEST = 10;

    private final String text;
    private final String field;
    private int at;
    private int depth;

    IntrinsicParser(String text, String field) {
        this.text = text;
        this.field = field;
    }

    Intrinsic parse() {
        Intrinsic call = call();
        blanks();
        if (at != text.length()) {
            throw unexpected("the end");
        }
        return call;
    }

    private Intrinsic call() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at);
        IntrinsicFunction function = IntrinsicFunctions.BY_NAME.get(name);
        if (function == null) {
            throw new SyntaxProblem("'" + text + "' calls the unknown intrinsic function '" + name + "'");
        }
        if (++depth > DEEPEST) {
            throw new SyntaxProblem("'" + text + "' nests more than " + DEEPEST + " intrinsic functions");
        }
        blanks();
        expect('(');
        List<Expression> arguments = arguments();
        depth--;
        return new Intrinsic(text.substring(start, at), function, arguments);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        blanks();
        if (peek() == ')') {
            at++;
            return arguments;
        }
        while (true) {
            blanks();
            arguments.add(argument());
            blanks();
            if (peek() == ')') {
                at++;
                return arguments;
            }
            expect(',');
        }
    }

    private Expression argument() {
        return switch (peek()) {
            case '\'' -> quoted();
            case '$' -> path();
            case 'S' -> call();
            default -> literal();
        };
    }

    private Expression quoted() {
        int start = ++at;
        while (peek() != '\'') {
            at += peek() == '\\' ? 2 : 1;
            if (at >= text.length()) {
                throw unexpected("a closing quote");
            }
        }
        String raw = text.substring(start, at);
        at++;
        return new Quoted(raw);
    }

    private Expression path() {
        int start = at;
        int depth = 0;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\\') {
                at++;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (depth > 0 && (c == ']' || c == ')')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                break;
            }
        }
        return Path.compile(text.substring(start, at).strip(), field);
    }

    private Expression literal() {
        int start = at;
        while (at < text.length() && ",) \t\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        try {
            JsonNode value = Json.parse(word);
            if (value.isNumber() || value.isBoolean() || value.isNull()) {
                return Expression.constant(value);
            }
        } catch (JsonProcessingException e) {
            throw new SyntaxProblem("'" + text + "' has the argument '" + word
                    + "', which is no quoted text, number, boolean, null, path or function");
        }
        throw unexpected("an argument");
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected("'" + c + "'");
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SyntaxProblem unexpected(String wanted) {
        return new SyntaxProblem("'" + text + "' is not a call of an intrinsic function: " + wanted
                + " expected at character " + (at + 1));
    }
}
