package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;

/// JSON trees as workflows see them: decimals are exact, numbers are equal by value, text is compact.
public final class Json {
    /// The number of bytes of UTF-8 that an input, a result or an output may have: 256 KiB.
    public static final int DATA_LIMIT = 262_144;

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader STRICT =
            MAPPER.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private Json() {}

    /// @throws JsonProcessingException when the text is not exactly one JSON value
    public static JsonNode parse(String text) throws JsonProcessingException {
        return present(MAPPER.readTree(text));
    }

    /// As [#parse], but refuses an object that has the same name twice.
    public static JsonNode parseStrictly(String text) throws JsonProcessingException {
        return present(STRICT.readTree(text));
    }

    /// Refuses the text of an object whose members of this name have, anywhere in them, an object that has the same
    /// name twice.
    public static void requireUniqueNames(String text, String member) throws JsonProcessingException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                boolean wanted = name.equals(member);
                parser.nextToken();
                if (wanted) {
                    STRICT.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode present(JsonNode parsed) throws JsonProcessingException {
        if (parsed.isMissingNode()) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "There is no JSON value in the text");
        }
        return parsed;
    }

    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static JsonNode text(String value) {
        return NODES.textNode(value);
    }

    public static JsonNode bool(boolean value) {
        return NODES.booleanNode(value);
    }

    public static JsonNode nothing() {
        return NODES.nullNode();
    }

    public static JsonNode number(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    public static JsonNode number(BigDecimal value) {
        return NODES.numberNode(value);
    }

    /// Equality of JSON values: numbers by value (1 equals 1.0), members in any order.
    public static boolean same(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        if (left.isArray() && right.isArray()) {
            return sameItems(left, right);
        }
        if (left.isObject() && right.isObject()) {
            return sameMembers(left, right);
        }
        return left.equals(right);
    }

    private static boolean sameItems(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMembers(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Iterator<Map.Entry<String, JsonNode>> members = left.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode other = right.get(member.getKey());
            if (other == null || !same(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }
}
