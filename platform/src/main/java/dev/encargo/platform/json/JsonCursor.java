package dev.encargo.platform.json;

import io.avaje.json.JsonDataException;
import io.avaje.json.JsonEofException;

/// A place in a JSON text that is held in memory, and the words, numbers and strings of RFC 8259 read from there
/// on. Every reading steps over the white space before it.
///
/// A text that ends too early is a [JsonEofException], another mistake a [JsonDataException] that says where it is.
public final class JsonCursor {
    private final String text;
    private int at;

    public JsonCursor(String text) {
        this.text = text;
    }

    /// Characters before the place, from 0.
    public int position() {
        return at;
    }

    /// What was read since `position`.
    String since(int position) {
        return text.substring(position, at);
    }

    /// Whether nothing but white space is left.
    public boolean atEnd() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /// The next character that is no white space, which stays to be read.
    public char token() {
        if (atEnd()) {
            throw ended();
        }
        return text.charAt(at);
    }

    /// Steps over `c` if it comes next.
    public boolean skip(char c) {
        if (token() == c) {
            at++;
            return true;
        }
        return false;
    }

    public void expect(char c) {
        if (!skip(c)) {
            throw malformed("expected '" + c + "'");
        }
    }

    public void word(String word) {
        token();
        if (!text.startsWith(word, at)) {
            throw malformed("expected a value");
        }
        at += word.length();
    }

    public String string() {
        expect('"');
        int start = at;
        for (char c = character(); c != '"'; c = character()) {
            if (c == '\\') {
                return unescaped(start);
            }
        }
        return text.substring(start, at - 1);
    }

    private String unescaped(int start) {
        StringBuilder all = new StringBuilder(64).append(text, start, at - 1).append(escaped());
        int plain = at;
        for (char c = character(); c != '"'; c = character()) {
            if (c == '\\') {
                all.append(text, plain, at - 1).append(escaped());
                plain = at;
            }
        }
        return all.append(text, plain, at - 1).toString();
    }

    private char escaped() {
        char c = take();
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
        int digit = Character.digit(take(), 16);
        if (digit < 0) {
            throw malformed("a text holds a wrong escape");
        }
        return digit;
    }

    /// The digits of a number as they stand.
    public String number() {
        token();
        int start = at;
        accept('-');
        int whole = digits();
        if (whole > 1 && text.charAt(at - whole) == '0') {
            throw malformed("a number starts with 0");
        }
        if (accept('.')) {
            digits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('-')) {
                accept('+');
            }
            digits();
        }
        return text.substring(start, at);
    }

    private boolean accept(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("expected a value");
        }
        return at - start;
    }

    /// Steps over a string without making one.
    void skipString() {
        expect('"');
        for (char c = character(); c != '"'; c = character()) {
            if (c == '\\') {
                take();
            }
        }
    }

    private char character() {
        char c = take();
        if (c < ' ') {
            throw malformed("a text holds a control character");
        }
        return c;
    }

    private char take() {
        if (at >= text.length()) {
            throw ended();
        }
        return text.charAt(at++);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static JsonEofException ended() {
        return new JsonEofException("the JSON text ends too early");
    }

    /// `why` with the place.
    public JsonDataException malformed(String why) {
        return new JsonDataException(why + " (character " + at + ")");
    }
}
