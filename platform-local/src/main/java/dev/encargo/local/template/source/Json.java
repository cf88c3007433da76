package dev.encargo.local.template.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/// Nodes as JSON: numbers stay exact; what only looks like a number (`007`, `1_000`) is text.
public final class Json {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private Json() {}

    public static JsonNode of(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Items items -> {
                ArrayNode array = JSON.arrayNode(items.items().size());
                items.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Node.Fields fields -> {
                ObjectNode object = JSON.objectNode();
                fields.fields().forEach((name, field) -> object.set(name, of(field.value())));
                yield object;
            }
        };
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        return switch (scalar.kind()) {
            case TEXT -> JSON.textNode(text);
            case INTEGER -> INTEGER.matcher(text).matches() ? integer(text) : JSON.textNode(text);
            case DECIMAL ->
                DECIMAL.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
            case FLAG -> JSON.booleanNode(flag(text));
            case NOTHING -> JSON.nullNode();
        };
    }

    private static JsonNode integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < 32 ? JSON.numberNode(value.intValueExact()) : JSON.numberNode(value);
    }

    /// YAML 1.1's words for true.
    public static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            default -> false;
        };
    }
}
