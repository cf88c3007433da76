package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a result goes in the input: `$` replaces it, null drops the result, any other reference path puts it
/// inside.
public final class ResultPath {
    public static final ResultPath REPLACE = new ResultPath("$", List.of());
    public static final ResultPath DISCARD = new ResultPath("null", null);

    private final String text;
    private final @Nullable List<Object> steps;

    private ResultPath(String text, @Nullable List<Object> steps) {
        this.text = text;
        this.steps = steps;
    }

    /// @throws SyntaxProblem when the text is no reference path into the input
    public static ResultPath compile(String text) {
        List<Object> steps = text.startsWith("$") && !text.startsWith("$$") ? PathSteps.of(text.substring(1)) : null;
        if (steps == null) {
            throw new SyntaxProblem("'" + text + "' is not a Reference Path into the state's input");
        }
        return new ResultPath(text, steps);
    }

    public String text() {
        return text;
    }

    /// The input with the result put in. The input itself is not changed.
    ///
    /// @throws StatesError `States.ResultPathMatchFailure` when the input has no place for it
    public JsonNode put(JsonNode input, JsonNode result) {
        if (steps == null) {
            return input;
        }
        return put(input, 0, steps, result);
    }

    private JsonNode put(@Nullable JsonNode node, int depth, List<Object> path, JsonNode result) {
        if (depth == path.size()) {
            return result;
        }
        if (path.get(depth) instanceof String name) {
            return intoObject(node, name, depth, path, result);
        }
        return intoArray(node, (Integer) path.get(depth), depth, path, result);
    }

    private JsonNode intoObject(@Nullable JsonNode node, String name, int depth, List<Object> path, JsonNode result) {
        if (node != null && !node.isObject()) {
            throw noPlace(name, node);
        }
        ObjectNode copy = Json.object();
        if (node instanceof ObjectNode object) {
            copy.setAll(object);
        }
        copy.set(name, put(copy.get(name), depth + 1, path, result));
        return copy;
    }

    private JsonNode intoArray(@Nullable JsonNode node, int index, int depth, List<Object> path, JsonNode result) {
        if (!(node instanceof ArrayNode array) || index >= array.size()) {
            throw noPlace(String.valueOf(index), node == null ? Json.nothing() : node);
        }
        ArrayNode copy = Json.array().addAll(array);
        copy.set(index, put(array.get(index), depth + 1, path, result));
        return copy;
    }

    private StatesError noPlace(String step, JsonNode node) {
        return new StatesError(
                StatesError.RESULT_PATH_MATCH_FAILURE,
                "Unable to apply step \"" + step + "\" to input '" + Json.write(node) + "' for the ResultPath '" + text
                        + "'");
    }
}
