package dev.encargo.platform.json;

import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads a JSON text that is held in memory, with texts of any length. Values that are skipped may be nested to any
/// depth.
final class TextReader implements JsonReader {
    private final JsonCursor json;

    TextReader(String text) {
        this.json = new JsonCursor(text);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public void beginArray() {
        json.expect('[');
    }

    @Override
    public void endArray() {
        json.expect(']');
    }

    @Override
    public boolean hasNextElement() {
        return next(']');
    }

    @Override
    public void beginObject(PropertyNames names) {
        json.expect('{');
    }

    @Override
    public void beginObject() {
        json.expect('{');
    }

    @Override
    public void endObject() {
        json.expect('}');
    }

    @Override
    public boolean hasNextField() {
        return next('}');
    }

    @Override
    public String nextField() {
        String name = json.string();
        json.expect(':');
        return name;
    }

    @Override
    public boolean isNullValue() {
        if (json.token() != 'n') {
            return false;
        }
        json.word("null");
        return true;
    }

    @Override
    public boolean readBoolean() {
        boolean value = json.token() == 't';
        json.word(value ? "true" : "false");
        return value;
    }

    @Override
    public int readInt() {
        return Math.toIntExact(readLong());
    }

    @Override
    public long readLong() {
        String number = json.number();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException other) {
            return whole(number);
        }
    }

    /// Of another form, such as `53.0` or `5e1`.
    private long whole(String number) {
        try {
            return decimal(number).longValueExact();
        } catch (ArithmeticException fraction) {
            throw json.malformed("not a whole number of 64 bits: " + number);
        }
    }

    @Override
    public double readDouble() {
        return readDecimal().doubleValue();
    }

    @Override
    public BigDecimal readDecimal() {
        return decimal(json.number());
    }

    @Override
    public BigInteger readBigInteger() {
        return readDecimal().toBigIntegerExact();
    }

    private BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException endless) {
            throw json.malformed("a number is too large or too small");
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the library's contract: a null is read as null
    public @Nullable String readString() {
        return isNullValue() ? null : json.string();
    }

    @Override
    public byte[] readBinary() {
        return Base64.getDecoder().decode(json.string());
    }

    @Override
    public String readRaw() {
        json.token();
        int start = json.position();
        skipValue();
        return json.since(start);
    }

    @Override
    public String location() {
        return "character " + json.position();
    }

    @Override
    public Token currentToken() {
        return switch (json.token()) {
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
            char c = json.token();
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            skip(c);
        } while (depth > 0);
    }

    private void skip(char c) {
        switch (c) {
            case '{', '[', '}', ']', ',', ':' -> json.expect(c);
            case '"' -> json.skipString();
            case 't' -> json.word("true");
            case 'f' -> json.word("false");
            case 'n' -> json.word("null");
            default -> json.number();
        }
    }

    @Override
    public void unmappedField(String name) {}

    /// Whether another element or field follows; steps over the comma before it and leaves `end` to be read.
    private boolean next(char end) {
        return json.skip(',') || json.token() != end;
    }
}
