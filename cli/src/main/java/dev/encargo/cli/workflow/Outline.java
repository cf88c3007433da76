package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A definition as indented lines, states in the order in which they are written.
final class Outline {
    private static final long ENDLESS = 99_999_999L;

    private final List<String> lines = new ArrayList<>();

    private Outline() {}

    static List<String> of(JsonNode definition) {
        Outline outline = new Outline();
        outline.flow(definition, "  ");
        return outline.lines;
    }

    private void flow(JsonNode flow, String indent) {
        String start = flow.path("StartAt").asText();
        int width = flow.path("States").properties().stream()
                .mapToInt(state -> state.getKey().length())
                .max()
                .orElse(0);
        for (Map.Entry<String, JsonNode> state : flow.path("States").properties()) {
            String mark = state.getKey().equals(start) ? "→ " : "  ";
            lines.add((indent + mark + state.getKey()
                            + " ".repeat(width - state.getKey().length()) + "  " + summary(state.getValue()))
                    .stripTrailing());
            under(state.getValue(), indent + "    ");
        }
    }

    private static String summary(JsonNode state) {
        List<String> said =
                new ArrayList<>(List.of("%-8s".formatted(state.path("Type").asText())));
        String does = does(state);
        if (!does.isEmpty()) {
            said.add(does);
        }
        if (state.has("TimeoutSeconds")) {
            said.add(say("limit %s s", state.path("TimeoutSeconds").asText()));
        }
        said.add(
                state.has("Next")
                        ? "→ " + state.path("Next").asText()
                        : state.path("End").asBoolean() ? say("ends") : "");
        return said.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("  "));
    }

    private static String does(JsonNode state) {
        return switch (state.path("Type").asText()) {
            case "Task" -> task(state);
            case "Wait" ->
                state.properties().stream()
                        .filter(member -> member.getKey().matches("(Seconds|Timestamp)(Path)?"))
                        .map(member -> member.getKey() + " " + member.getValue().asText())
                        .collect(Collectors.joining());
            case "Fail" -> state.path("Error").asText();
            default -> "";
        };
    }

    private static String task(JsonNode state) {
        String resource = state.path("Resource").asText().replaceFirst(".*:::", "");
        JsonNode given = state.has("Arguments") ? state.path("Arguments") : state.path("Parameters");
        for (String member : List.of("FunctionName", "QueueUrl", "StateMachineArn", "TopicArn")) {
            if (given.path(member).isTextual()) {
                return resource + " " + name(given.path(member).asText());
            }
        }
        return resource;
    }

    /// The name in an ARN (a function's without its alias), in a URL, or what is given.
    private static String name(String given) {
        List<String> arn = List.of(given.split(":"));
        return given.startsWith("arn:") && arn.size() > 6 ? arn.get(6) : given.replaceFirst(".*[:/]", "");
    }

    private static String retry(JsonNode retry) {
        long attempts = retry.path("MaxAttempts").asLong(3);
        String errors = errors(retry);
        if (attempts == 0) {
            return say("never again after %s", errors);
        }
        return say("again after %s ×%s", errors, attempts >= ENDLESS ? "∞" : Long.toString(attempts));
    }

    private static String errors(JsonNode policy) {
        return policy.path("ErrorEquals").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private void under(JsonNode state, String indent) {
        state.path("Retry").forEach(retry -> lines.add(indent + retry(retry)));
        state.path("Catch")
                .forEach(one -> lines.add(
                        indent + say("on %s → %s", errors(one), one.path("Next").asText())));
        List<String> choices = new ArrayList<>();
        state.path("Choices")
                .forEach(rule ->
                        choices.add(condition(rule) + " → " + rule.path("Next").asText()));
        if (state.has("Default")) {
            choices.add(say("otherwise → %s", state.path("Default").asText()));
        }
        for (int i = 0; i < choices.size(); i++) {
            lines.add(indent + (i < choices.size() - 1 ? "├ " : "└ ") + choices.get(i));
        }
        state.path("Branches").forEach(branch -> flow(branch, indent + "│ "));
        JsonNode processor = state.has("ItemProcessor") ? state.path("ItemProcessor") : state.path("Iterator");
        flow(processor, indent + "│ ");
    }

    /// A rule of a Choice state in the notation of a formula.
    private static String condition(JsonNode rule) {
        if (rule.path("Condition").isTextual()) {
            return rule.path("Condition").asText();
        }
        if (rule.has("And") || rule.has("Or")) {
            String word = rule.has("And") ? "And" : "Or";
            return rule.path(word)
                    .valueStream()
                    .map(Outline::condition)
                    .collect(Collectors.joining(word.equals("And") ? " and " : " or ", "(", ")"));
        }
        if (rule.has("Not")) {
            return "not " + condition(rule.path("Not"));
        }
        return rule.properties().stream()
                .filter(member -> !List.of("Variable", "Next", "Comment", "Assign", "Output")
                        .contains(member.getKey()))
                .map(member -> rule.path("Variable").asText() + " " + operator(member.getKey()) + " "
                        + Json.write(member.getValue()))
                .collect(Collectors.joining());
    }

    private static String operator(String name) {
        String bare =
                name.replaceFirst("^(String|Numeric|Boolean|Timestamp)", "").replaceFirst("Path$", "");
        return switch (bare) {
            case "Equals" -> "=";
            case "LessThan" -> "<";
            case "LessThanEquals" -> "<=";
            case "GreaterThan" -> ">";
            case "GreaterThanEquals" -> ">=";
            case "Matches" -> "like";
            default -> name;
        };
    }
}
