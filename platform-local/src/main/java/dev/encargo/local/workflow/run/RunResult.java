package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What running a workflow on its own gave.
///
/// @param status `SUCCEEDED`, `FAILED`, `TIMED_OUT`, `ABORTED`, or `INVALID` for a definition that was refused
/// @param states the names of the states entered, in order, inner ones included
/// @param problems why the definition was refused, else empty
public record RunResult(
        String status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        List<String> states,
        List<Problem> problems) {
    static final String INVALID = "INVALID";

    static RunResult invalid(List<Problem> problems) {
        return new RunResult(INVALID, null, null, null, List.of(), problems);
    }

    public boolean isInvalid() {
        return status.equals(INVALID);
    }

    /// `{"status","output","error","cause","states"}`, or `{"status":"INVALID","errors":[{"path","message"}]}`.
    public ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("status", status);
        if (isInvalid()) {
            ArrayNode errors = node.putArray("errors");
            problems.forEach(
                    problem -> errors.addObject().put("path", problem.path()).put("message", problem.message()));
            return node;
        }
        node.set("output", output == null ? Json.nothing() : output);
        node.put("error", error);
        node.put("cause", cause);
        ArrayNode entered = node.putArray("states");
        states.forEach(entered::add);
        return node;
    }
}
