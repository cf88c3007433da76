package dev.encargo.orders.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON text to the letter of RFC 8259: no duplicate names, nothing behind the end, bounded depth and numbers.
/// Gives maps, lists, strings, [BigDecimal]s, booleans and [#NULL].
final class StrictJson {
    /// The JSON value `null`.
    static final Object NULL = new Object();

    private static final int DEPTH = 8;
    private static final int NUMBER_LENGTH = 40;
    private static final int EXPONENT_DIGITS = 4;

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /// @throws MalformedJson when `text` is not one JSON value
    static Object read(String text) {
        StrictJson json = new StrictJson(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.malformed("there is text behind the end");
        }
        return value;
    }

    private Object value(int depth) {
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        enter(depth);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (closes('}')) {
            return fields;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (fields.put(name, value(depth + 1)) != null) {
                throw malformed("the name '" + name + "' occurs twice in one object");
            }
        } while (continues('}'));
        return fields;
    }

    private List<Object> array(int depth) {
        enter(depth);
        List<Object> elements = new ArrayList<>();
        if (closes(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (continues(']'));
        return elements;
    }

    private void enter(int depth) {
        at++;
        if (depth >= DEPTH) {
            throw malformed("it is nested deeper than " + DEPTH + " levels");
        }
    }

    private boolean closes(char end) {
        space();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean continues(char end) {
        space();
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String string() {
        expect('"');
        int start = at;
        @Nullable StringBuilder unescaped = null;
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw malformed("a text holds a control character");
            }
            if (c == '\\' && unescaped == null) {
                unescaped = new StringBuilder(text.substring(start, at - 1));
            }
            if (unescaped != null) {
                unescaped.append(c == '\\' ? escaped() : c);
            }
        }
        return unescaped == null ? text.substring(start, at - 1) : unescaped.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) ((hex() << 12) | (hex() << 8) | (hex() << 4) | hex());
            default -> throw malformed("a text holds an unknown escape");
        };
    }

    private int hex() {
        int digit = Character.digit(next(), 16);
        if (digit < 0) {
            throw malformed("a text holds a wrong escape");
        }
        return digit;
    }

    private BigDecimal number() {
        int start = at;
        skip('-');
        int whole = digits();
        if (whole > 1 && text.charAt(at - whole) == '0') {
            throw malformed("a number starts with 0");
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('-')) {
                skip('+');
            }
            if (digits() > EXPONENT_DIGITS) {
                throw malformed("a number is too large or too small");
            }
        }
        return decimal(text.substring(start, at));
    }

    private BigDecimal decimal(String number) {
        if (number.length() > NUMBER_LENGTH) {
            throw malformed("a number has too many digits");
        }
        BigDecimal value = new BigDecimal(number);
        if (Math.abs((long) value.scale()) > NUMBER_LENGTH) {
            throw malformed("a number is too large or too small");
        }
        return value;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a value is missing or is none");
        }
        return at - start;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed("a value is none");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw malformed("'" + c + "' is missing");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private MalformedJson malformed(String why) {
        return new MalformedJson(why, at);
    }
}
