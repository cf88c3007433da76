package dev.encargo.local.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;

/// Reads what others hand to a workflow.
final class Inputs {

    private Inputs() {}

    /// @throws IllegalArgumentException when the text is not JSON
    static JsonNode tree(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
