package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Fields that must come out as a number, a text, an array or a moment.
public final class Amount {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amount() {}

    /// A whole number from `least` to `most`.
    ///
    /// @throws StatesError when the field evaluates to anything else
    public static long integer(Expression field, String name, Scope scope, long least, long most) {
        JsonNode value = field.evaluate(scope);
        if (!value.isNumber()) {
            throw unexpected(field, name, "number", value);
        }
        BigDecimal number = value.decimalValue();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw unacceptable(field, name, "an integer between " + least + " and " + most, value);
        }
        return number.longValue();
    }

    /// A share of a hundred, whole or not.
    ///
    /// @throws StatesError when the field evaluates to anything else
    public static BigDecimal percentage(Expression field, String name, Scope scope) {
        JsonNode value = field.evaluate(scope);
        if (!value.isNumber()) {
            throw unexpected(field, name, "number", value);
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0 || number.compareTo(HUNDRED) > 0) {
            throw unacceptable(field, name, "a number from 0 to 100", value);
        }
        return number;
    }

    public static String text(Expression field, String name, Scope scope) {
        JsonNode value = field.evaluate(scope);
        if (!value.isTextual()) {
            throw unexpected(field, name, "string", value);
        }
        return value.textValue();
    }

    public static boolean flag(Expression field, String name, Scope scope) {
        JsonNode value = field.evaluate(scope);
        if (!value.isBoolean()) {
            throw unexpected(field, name, "boolean", value);
        }
        return value.booleanValue();
    }

    public static Instant moment(Expression field, String name, Scope scope) {
        String text = text(field, name, scope);
        Instant moment = timestamp(text);
        if (moment == null) {
            throw unacceptable(field, name, "an RFC 3339 timestamp", Json.text(text));
        }
        return moment;
    }

    /// The moment that a timestamp names, or null when the text is none.
    public static @Nullable Instant timestamp(String text) {
        return Timestamps.parse(text);
    }

    /// What to report when a field came out as the wrong type.
    public static StatesError unexpected(Expression field, String name, String expected, JsonNode value) {
        if (field instanceof JsonataExpression expression) {
            return expression.unexpectedType(expected, value);
        }
        return StatesError.runtime("The value of the field '" + written(field, name) + "' must be of type '" + expected
                + "', but was " + Json.write(value));
    }

    private static StatesError unacceptable(Expression field, String name, String expected, JsonNode value) {
        if (field instanceof JsonataExpression expression) {
            return expression.unexpectedValue(expected, value);
        }
        return StatesError.runtime("The value of the field '" + written(field, name) + "' must be " + expected
                + ", but was " + Json.write(value));
    }

    /// The field's name in the definition, where a path has one of its own: `SecondsPath` for `Seconds`.
    private static String written(Expression field, String name) {
        return field instanceof Path path ? path.field() : name;
    }
}
