package dev.encargo.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A failed condition in plain words.
final class Wording {

    private static final int SHOWN = 5;

    private Wording() {}

    static String sentence(Condition condition, List<String> actual, String absence) {
        if (actual.isEmpty()) {
            return "%s: %s, wanted %s".formatted(condition.path(), absence, wanted(condition));
        }
        boolean single = condition.wanted().size() == 1;
        String found = actual.size() == 1 ? actual.getFirst() : "none of " + some(actual);
        String verdict = single
                ? verdict(condition.wanted().get(0), actual.size() == 1)
                : (actual.size() == 1 ? "is not " : "is ") + wanted(condition);
        return "%s: %s %s".formatted(condition.path(), found, verdict);
    }

    static String some(List<String> values) {
        String shown = values.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return values.size() > SHOWN ? shown + " and %d more".formatted(values.size() - SHOWN) : shown;
    }

    private static String verdict(JsonNode wanted, boolean one) {
        if (wanted.isObject() && wanted.has("exists")) {
            return "is there and should be absent";
        }
        return (one ? "is not " : "is ") + phrase(wanted);
    }

    private static String wanted(Condition condition) {
        List<String> phrases =
                condition.wanted().valueStream().map(Wording::phrase).toList();
        return phrases.size() == 1 ? phrases.getFirst() : "one of: " + some(phrases);
    }

    /// What follows "is" or "wanted".
    private static String phrase(JsonNode wanted) {
        if (!wanted.isObject()) {
            return Jackson.write(wanted);
        }
        Map.Entry<String, JsonNode> operator = wanted.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            case "exists" -> operand.booleanValue() ? "present" : "absent";
            case "numeric" -> numeric(operand);
            case "anything-but" -> "anything but " + except(operand);
            case "cidr" -> "an address in " + operand.asText();
            default -> text(operator.getKey(), operand);
        };
    }

    private static String except(JsonNode operand) {
        if (operand.isArray()) {
            return some(operand.valueStream().map(Jackson::write).toList());
        }
        if (!operand.isObject()) {
            return Jackson.write(operand);
        }
        Map.Entry<String, JsonNode> operator = operand.properties().iterator().next();
        JsonNode values = operator.getValue();
        return values.isArray()
                ? values.valueStream().map(one -> text(operator.getKey(), one)).collect(Collectors.joining(" or "))
                : text(operator.getKey(), values);
    }

    private static String text(String operator, JsonNode operand) {
        if (operand.isObject()) {
            return text(operator, operand.path("equals-ignore-case")) + " (ignoring case)";
        }
        String quoted = Jackson.write(operand);
        return switch (operator) {
            case "prefix" -> "a text that begins with " + quoted;
            case "suffix" -> "a text that ends with " + quoted;
            case "wildcard" -> "a text like " + quoted;
            case "equals-ignore-case" -> quoted + " (ignoring case)";
            default -> quoted;
        };
    }

    private static String numeric(JsonNode operand) {
        return operand.valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "))
                .replace(" <", " and <");
    }
}
