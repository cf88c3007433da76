package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The arguments of one call, each asked for as the type that the function needs.
record Arguments(List<Expression> written, List<JsonNode> values, Chance chance) {
    private static final String[] ORDINALS = {"first", "second", "third", "fourth"};

    int count() {
        return values.size();
    }

    JsonNode any(int index) {
        return values.get(index);
    }

    void requireCount(int least, int most) {
        if (values.size() < least || values.size() > most) {
            String expected = least == most ? String.valueOf(least) : least + " to " + most;
            throw new IntrinsicProblem("Expected " + expected + " arguments, but received " + values.size());
        }
    }

    /// The text of an argument with the escapes of a literal kept.
    String template(int index) {
        return written.get(index) instanceof Quoted quoted ? quoted.raw() : text(index);
    }

    String text(int index) {
        JsonNode value = values.get(index);
        if (!value.isTextual()) {
            throw wrongType(index, "a string");
        }
        return value.textValue();
    }

    ArrayNode array(int index) {
        if (values.get(index) instanceof ArrayNode array) {
            return array;
        }
        throw wrongType(index, "an array");
    }

    ObjectNode object(int index) {
        if (values.get(index) instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(index, "a JSON object");
    }

    boolean flag(int index) {
        JsonNode value = values.get(index);
        if (!value.isBoolean()) {
            throw wrongType(index, "a boolean");
        }
        return value.booleanValue();
    }

    /// An integer, a fraction being rounded to the nearest one.
    long rounded(int index) {
        JsonNode value = values.get(index);
        if (!value.isNumber()) {
            throw wrongType(index, "an integer");
        }
        return exact(index, value.decimalValue().setScale(0, RoundingMode.HALF_UP));
    }

    /// An integer without a fraction.
    long integer(int index) {
        JsonNode value = values.get(index);
        if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
            throw wrongType(index, "an integer");
        }
        return exact(index, value.decimalValue());
    }

    private long exact(int index, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw wrongType(index, "an integer that fits 64 bits");
        }
    }

    private IntrinsicProblem wrongType(int index, String expected) {
        return new IntrinsicProblem("The " + ORDINALS[Math.min(index, 3)] + " argument must be " + expected
                + ", but was '" + Json.write(values.get(index)) + "'");
    }
}
