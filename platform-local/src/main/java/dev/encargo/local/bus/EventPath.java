package dev.encargo.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of JSON path that EventBridge offers to `InputPath` and `InputPathsMap`: names after dots or in
/// brackets, list indices, and `*`. A path with `*` gives the list of what it finds.
final class EventPath {

    private static final Pattern STEP = Pattern.compile(
            "\\.(?<name>[^.\\[\\]*'\"]+)|\\[(?<index>\\d{1,9})]|\\['(?<quoted>[^']*)']|\\[\"(?<double>[^\"]*)\"]|(?<all>\\.\\*|\\[\\*])");

    private sealed interface Step {
        record Name(String name) implements Step {}

        record Index(int index) implements Step {}

        record All() implements Step {}
    }

    private final List<Step> steps;
    private final boolean many;

    private EventPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.many = steps.stream().anyMatch(Step.All.class::isInstance);
    }

    /// Throws [InvalidTargetInput].
    static EventPath of(String path) {
        if (!path.startsWith("$")) {
            throw new InvalidTargetInput("JSON path %s does not begin with $".formatted(path));
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path).region(1, path.length());
        while (step.lookingAt()) {
            steps.add(step(step));
            step.region(step.end(), path.length());
        }
        if (step.regionStart() != path.length()) {
            throw new InvalidTargetInput(
                    "JSON path %s is not supported from %s on".formatted(path, path.substring(step.regionStart())));
        }
        return new EventPath(steps);
    }

    private static Step step(Matcher found) {
        if (found.group("index") != null) {
            return new Step.Index(Integer.parseInt(found.group("index")));
        }
        if (found.group("all") != null) {
            return new Step.All();
        }
        for (String kind : List.of("name", "quoted", "double")) {
            String name = found.group(kind);
            if (name != null) {
                return new Step.Name(name);
            }
        }
        throw new IllegalStateException("A step is a name, an index or *");
    }

    /// Null when the path finds nothing.
    @Nullable
    JsonNode in(JsonNode event) {
        if (!many) {
            return one(event);
        }
        List<JsonNode> found = List.of(event);
        for (Step step : steps) {
            found = found.stream().flatMap(node -> next(node, step).stream()).toList();
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode(found.size());
        return found.isEmpty() ? null : all.addAll(found);
    }

    private @Nullable JsonNode one(JsonNode event) {
        JsonNode node = event;
        for (Step step : steps) {
            List<JsonNode> next = next(node, step);
            if (next.isEmpty()) {
                return null;
            }
            node = next.getFirst();
        }
        return node;
    }

    private static List<JsonNode> next(JsonNode node, Step step) {
        return switch (step) {
            case Step.Name(String name) -> node.has(name) ? List.of(node.get(name)) : List.of();
            case Step.Index(int index) -> node.isArray() && node.has(index) ? List.of(node.get(index)) : List.of();
            case Step.All() -> node.isContainerNode() ? node.valueStream().toList() : List.of();
        };
    }
}
