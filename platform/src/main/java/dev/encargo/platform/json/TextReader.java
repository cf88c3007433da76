package dev.encargo.platform.json;

import io.avaje.json.JsonDataException;
import io.avaje.json.JsonEofException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads a JSON text that is held in memory, with texts of any length. Values that are skipped may be nested to any
/// depth.
final class TextReader implements JsonReader {
    private final String text;
    private int at;

    TextReader(String text) {
        this.text = text;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public void beginArray() {
        expect('[');
    }

    @Override
    public void endArray() {
        expect(']');
    }

    @Override
    public boolean hasNextElement() {
        return next(']');
    }

    @Override
    public void beginObject(PropertyNames names) {
        expect('{');
    }

    @Override
    public void beginObject() {
        expect('{');
    }

    @Override
    public void endObject() {
        expect('}');
    }

    @Override
    public boolean hasNextField() {
        return next('}');
    }

    @Override
    public String nextField() {
        String name = string();
        expect(':');
        return name;
    }

    @Override
    public boolean isNullValue() {
        return token() == 'n' && word("null");
    }

    @Override
    public boolean readBoolean() {
        if (token() == 't' ? word("true") : word("false")) {
            return text.charAt(at - 2) == 'u';
        }
        throw malformed("true or false");
    }

    @Override
    public int readInt() {
        return Math.toIntExact(readLong());
    }

    @Override
    public long readLong() {
        String number = number();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException fraction) {
            return decimal(number).longValueExact();
        }
    }

    @Override
    public double readDouble() {
        return decimal(number()).doubleValue();
    }

    @Override
    public BigDecimal readDecimal() {
        return decimal(number());
    }

    @Override
    public BigInteger readBigInteger() {
        return decimal(number()).toBigIntegerExact();
    }

    @Override
    @SuppressWarnings("NullAway") // the library's contract: a null is read as null
    public @Nullable String readString() {
        return isNullValue() ? null : string();
    }

    @Override
    public byte[] readBinary() {
        return Base64.getDecoder().decode(string());
    }

    @Override
    public String readRaw() {
        token();
        int start = at;
        skipValue();
        return text.substring(start, at);
    }

    @Override
    public String location() {
        return "character " + at;
    }

    @Override
    public Token currentToken() {
        return switch (token()) {
            case '{' -> Token.BEGIN_OBJECT;
            case '[' -> Token.BEGIN_ARRAY;
            case '"' -> Token.STRING;
            case 't', 'f' -> Token.BOOLEAN;
            case 'n' -> Token.NULL;
            default -> Token.NUMBER;
        };
    }

    @Override
    public void close() {}

    @Override
    public void skipValue() {
        int depth = 0;
        do {
            switch (token()) {
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> at++;
                case '"' -> skipString();
                default -> skipWord();
            }
        } while (depth > 0);
    }

    @Override
    public void unmappedField(String name) {}

    /// Whether another element or field follows; steps over the comma before it and leaves `end` to be read.
    private boolean next(char end) {
        char c = token();
        if (c == ',') {
            at++;
            return true;
        }
        return c != end;
    }

    private void skipString() {
        at++;
        while (take() != '"') {
            if (text.charAt(at - 1) == '\\') {
                at++;
            }
        }
    }

    private void skipWord() {
        int start = at;
        while (at < text.length() && ",:]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw malformed("a value");
        }
    }

    private String string() {
        expect('"');
        int start = at;
        while (true) {
            char c = take();
            if (c == '"') {
                return text.substring(start, at - 1);
            }
            if (c == '\\') {
                return unescaped(start);
            }
        }
    }

    private String unescaped(int start) {
        StringBuilder all = new StringBuilder(text.length() > 4096 ? 4096 : 64);
        all.append(text, start, at - 1).append(escaped());
        int plain = at;
        while (true) {
            char c = take();
            if (c == '"') {
                return all.append(text, plain, at - 1).toString();
            }
            if (c == '\\') {
                all.append(text, plain, at - 1).append(escaped());
                plain = at;
            }
        }
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
            default -> throw malformed("an escape");
        };
    }

    private int hex() {
        int digit = Character.digit(take(), 16);
        if (digit < 0) {
            throw malformed("a hexadecimal digit");
        }
        return digit;
    }

    private String number() {
        token();
        int start = at;
        skipWord();
        return text.substring(start, at);
    }

    private BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException wrong) {
            throw malformed("a number");
        }
    }

    private boolean word(String word) {
        if (!text.startsWith(word, at)) {
            throw malformed(word);
        }
        at += word.length();
        return true;
    }

    private void expect(char c) {
        if (token() != c) {
            throw malformed("'" + c + "'");
        }
        at++;
    }

    /// The next character that is no white space, which stays to be read.
    private char token() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        throw new JsonEofException("the JSON text ends too early");
    }

    private char take() {
        if (at >= text.length()) {
            throw new JsonEofException("the JSON text ends too early");
        }
        return text.charAt(at++);
    }

    private JsonDataException malformed(String expected) {
        return new JsonDataException("no JSON at character " + at + ": expected " + expected);
    }
}
