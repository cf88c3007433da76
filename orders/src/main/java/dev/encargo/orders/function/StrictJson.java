package dev.encargo.orders.function;

import dev.encargo.platform.json.JsonCursor;
import io.avaje.json.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON text to the letter of RFC 8259: no duplicate names, nothing behind the end, bounded depth and
/// numbers. Gives maps, lists, strings, [BigDecimal]s, booleans and [#NULL].
final class StrictJson {
    /// The JSON value `null`.
    static final Object NULL = new Object();

    private static final int DEPTH = 8;
    private static final int NUMBER_LENGTH = 40;

    private final JsonCursor json;

    private StrictJson(String text) {
        this.json = new JsonCursor(text);
    }

    /// @throws MalformedJson when `text` is not one JSON value
    static Object read(String text) {
        StrictJson strict = new StrictJson(text);
        try {
            Object value = strict.value(0);
            if (!strict.json.atEnd()) {
                throw strict.json.malformed("there is text behind the end");
            }
            return value;
        } catch (JsonException malformed) {
            throw new MalformedJson(String.valueOf(malformed.getMessage()));
        }
    }

    private Object value(int depth) {
        return switch (json.token()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> json.string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> decimal(json.number());
        };
    }

    private Map<String, Object> object(int depth) {
        enter('{', depth);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (json.skip('}')) {
            return fields;
        }
        do {
            String name = json.string();
            json.expect(':');
            if (fields.put(name, value(depth + 1)) != null) {
                throw json.malformed("the name '" + name + "' occurs twice in one object");
            }
        } while (continues('}'));
        return fields;
    }

    private List<Object> array(int depth) {
        enter('[', depth);
        List<Object> elements = new ArrayList<>();
        if (json.skip(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (continues(']'));
        return elements;
    }

    private void enter(char begin, int depth) {
        json.expect(begin);
        if (depth >= DEPTH) {
            throw json.malformed("it is nested deeper than " + DEPTH + " levels");
        }
    }

    private boolean continues(char end) {
        if (json.skip(',')) {
            return true;
        }
        json.expect(end);
        return false;
    }

    private BigDecimal decimal(String number) {
        if (number.length() > NUMBER_LENGTH) {
            throw json.malformed("a number has too many digits");
        }
        try {
            BigDecimal value = new BigDecimal(number);
            if (Math.abs((long) value.scale()) <= NUMBER_LENGTH) {
                return value;
            }
        } catch (NumberFormatException endless) {
            throw json.malformed("a number is too large or too small");
        }
        throw json.malformed("a number is too large or too small");
    }

    private Object word(String word, Object value) {
        json.word(word);
        return value;
    }
}
