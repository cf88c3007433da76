package dev.encargo.local.http.validation;

import dev.encargo.local.http.wire.Problem.FieldError;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What one parameter of a path, a query or the headers must be. `type` is that of its schema, or of its items'
/// schema.
record ParameterRule(String name, String in, boolean required, String type, boolean many, Check check) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    List<FieldError> errors(List<String> values) {
        if (values.isEmpty()) {
            return required ? List.of(new FieldError(name, "is missing")) : List.of();
        }
        if (many) {
            ArrayNode all = JSON.arrayNode();
            values.forEach(value -> all.add(node(value)));
            return check.parameter(name, all);
        }
        return values.size() > 1
                ? List.of(new FieldError(name, "is given more than once"))
                : check.parameter(name, node(values.getFirst()));
    }

    /// The text as its schema's type where it reads as one; otherwise as text, which the schema then refuses.
    private JsonNode node(String text) {
        @Nullable BigDecimal number = type.equals("integer") || type.equals("number") ? number(text) : null;
        if (number != null) {
            return number.scale() == 0 && number.precision() < 19
                    ? JSON.numberNode(number.longValueExact())
                    : JSON.numberNode(number);
        }
        if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(text.equals("true"));
        }
        return JSON.stringNode(text);
    }

    private static @Nullable BigDecimal number(String text) {
        boolean plain = !text.isEmpty() && text.length() <= 32;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = (c >= '0' && c <= '9') || c == '.' || (c == '-' && i == 0);
        }
        try {
            return plain ? new BigDecimal(text) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
