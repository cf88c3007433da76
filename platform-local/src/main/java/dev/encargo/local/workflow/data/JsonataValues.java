package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON trees as the values of the JSONata library and back.
final class JsonataValues {
    private static final double EXACT = 9_007_199_254_740_991d;

    private JsonataValues() {}

    static @Nullable Object fromJson(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> fromObject(value);
            case ARRAY -> fromArray(value);
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> fromNumber(value);
            default -> com.dashjoin.jsonata.Jsonata.NULL_VALUE;
        };
    }

    private static Map<String, @Nullable Object> fromObject(JsonNode value) {
        Map<String, @Nullable Object> members = LinkedHashMap.newLinkedHashMap(value.size());
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            members.put(member.getKey(), fromJson(member.getValue()));
        }
        return members;
    }

    private static List<@Nullable Object> fromArray(JsonNode value) {
        List<@Nullable Object> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            items.add(fromJson(item));
        }
        return items;
    }

    private static Number fromNumber(JsonNode value) {
        if (value.isInt()) {
            return value.intValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        return finite(value.doubleValue(), value.asText());
    }

    private static double finite(double value, String written) {
        if (!Double.isFinite(value)) {
            throw new IntrinsicProblem("the number " + written + " is beyond the numbers of JSONata");
        }
        return value;
    }

    /// The value as JSON, or null for a function or another thing that is none.
    static @Nullable JsonNode toJson(@Nullable Object value) {
        return switch (value) {
            case null -> Json.nothing();
            case String text -> Json.text(text);
            case Boolean flag -> Json.bool(flag);
            case Number number -> toNumber(number);
            case Map<?, ?> members -> toObject(members);
            case Iterable<?> items -> toArray(items);
            default -> com.dashjoin.jsonata.Jsonata.NULL_VALUE.equals(value) ? Json.nothing() : null;
        };
    }

    private static @Nullable JsonNode toObject(Map<?, ?> members) {
        ObjectNode object = Json.object();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            JsonNode value = toJson(member.getValue());
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(member.getKey()), value);
        }
        return object;
    }

    private static @Nullable JsonNode toArray(Iterable<?> items) {
        ArrayNode array = Json.array();
        for (Object item : items) {
            JsonNode value = toJson(item);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    private static JsonNode toNumber(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return Json.number(number.longValue());
        }
        if (number instanceof BigDecimal decimal) {
            return Json.number(decimal);
        }
        double value = finite(number.doubleValue(), number.toString());
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return Json.number((long) value);
        }
        return Json.number(BigDecimal.valueOf(value));
    }

    static String typeName(JsonNode value) {
        return value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
