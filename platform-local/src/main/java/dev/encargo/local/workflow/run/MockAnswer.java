package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Json;
import org.jspecify.annotations.Nullable;

/// How a task ends when a workflow runs on its own.
sealed interface MockAnswer {
    /// The task gives this output.
    record Return(JsonNode output) implements MockAnswer {}

    /// The task fails.
    record Throw(@Nullable String error, @Nullable String cause) implements MockAnswer {}

    /// The task neither answers nor gives a sign of life.
    record Never() implements MockAnswer {}

    /// Reads `{"return": …}`, `{"throw": {"error", "cause"}}` or `{"never": true}`.
    ///
    /// @throws IllegalArgumentException for anything else
    static MockAnswer read(JsonNode node) {
        if (node.has("return")) {
            return new Return(node.get("return"));
        }
        if (node.path("throw").isObject()) {
            return new Throw(text(node.get("throw"), "error"), text(node.get("throw"), "cause"));
        }
        if (node.path("never").asBoolean()) {
            return new Never();
        }
        throw new IllegalArgumentException("A mock is {\"return\": …}, {\"throw\": {\"error\", \"cause\"}} or"
                + " {\"never\": true}, not " + Json.write(node));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
