package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Amount;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A comparison of a Choice rule. Values of another kind than the operator compares never match.
public record ComparisonOperator(String name, Kind kind, IntPredicate accepts) {
    private static final Map<String, IntPredicate> RELATIONS = Map.of(
            "Equals", order -> order == 0,
            "LessThan", order -> order < 0,
            "GreaterThan", order -> order > 0,
            "LessThanEquals", order -> order <= 0,
            "GreaterThanEquals", order -> order >= 0);
    private static final Map<String, ComparisonOperator> BY_NAME = Stream.of(
                    Kind.STRING, Kind.NUMERIC, Kind.TIMESTAMP, Kind.BOOLEAN)
            .flatMap(kind -> RELATIONS.entrySet().stream()
                    .filter(relation ->
                            kind != Kind.BOOLEAN || relation.getKey().equals("Equals"))
                    .map(relation ->
                            new ComparisonOperator(kind.word() + relation.getKey(), kind, relation.getValue())))
            .collect(Collectors.toUnmodifiableMap(ComparisonOperator::name, operator -> operator));
    /// Compares a text with a pattern in which `*` stands for any characters.
    static final ComparisonOperator MATCHES = new ComparisonOperator("StringMatches", Kind.STRING, order -> false);

    /// A kind of value that rules can ask for.
    public enum Kind {
        STRING("String"),
        NUMERIC("Numeric"),
        BOOLEAN("Boolean"),
        TIMESTAMP("Timestamp"),
        NULL("Null");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean includes(JsonNode value) {
            return switch (this) {
                case STRING -> value.isTextual();
                case NUMERIC -> value.isNumber();
                case BOOLEAN -> value.isBoolean();
                case TIMESTAMP -> value.isTextual() && Amount.timestamp(value.textValue()) != null;
                case NULL -> value.isNull();
            };
        }
    }

    /// The operator of that name (without `Path`), or null.
    static @Nullable ComparisonOperator named(String name) {
        return name.equals(MATCHES.name()) ? MATCHES : BY_NAME.get(name);
    }

    boolean holds(JsonNode left, JsonNode right) {
        if (!kind.includes(left) || !kind.includes(right)) {
            return false;
        }
        if (equals(MATCHES)) {
            return Wildcards.match(right.textValue(), left.textValue());
        }
        return accepts.test(order(left, right));
    }

    private int order(JsonNode left, JsonNode right) {
        return switch (kind) {
            case STRING -> left.textValue().compareTo(right.textValue());
            case NUMERIC -> left.decimalValue().compareTo(right.decimalValue());
            case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
            case TIMESTAMP ->
                BY_MOMENT.compare(Amount.timestamp(left.textValue()), Amount.timestamp(right.textValue()));
            case NULL -> 0;
        };
    }

    private static final Comparator<@Nullable Instant> BY_MOMENT = Comparator.nullsFirst(Comparator.naturalOrder());
}
