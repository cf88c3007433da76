package dev.encargo.local.workflow.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A valid state machine. It is immutable and may be used by any number of executions at once.
///
/// @param flow the states and where they start
/// @param timeoutSeconds how long an execution may take, or null when the definition sets no limit
/// @param type whether the workflow is Standard or Express
public record Definition(Flow flow, @Nullable Long timeoutSeconds, WorkflowType type) {

    /// What reading a definition gives.
    public sealed interface Reading {
        record Valid(Definition definition) implements Reading {}

        record Invalid(List<Problem> problems) implements Reading {}
    }

    public static Reading read(JsonNode document, WorkflowType type) {
        return new DefinitionReader(type).read(document);
    }

    /// Reads a definition from its text, which must be one JSON object without repeated names.
    public static Reading read(String text, WorkflowType type) {
        try {
            return read(Json.parseStrictly(text), type);
        } catch (JsonProcessingException e) {
            return new Reading.Invalid(
                    List.of(new Problem("/", "The definition is not JSON: " + e.getOriginalMessage())));
        }
    }
}
