package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// One event of an execution's history, with the names that AWS gives.
///
/// @param id from 1, without gaps
/// @param previousId the event that led to this one, or 0
/// @param type such as `TaskStateEntered`
/// @param detailsName the member that holds the details, or empty when there are none
/// @param details the details with inputs and outputs as trees
public record HistoryEvent(
        long id, long previousId, Instant timestamp, String type, String detailsName, ObjectNode details) {
    private static final Set<String> WRITTEN_AS_TEXT = Set.of("input", "output", "parameters");

    /// The event as `GetExecutionHistory` gives it: inputs and outputs are texts.
    public ObjectNode toJson() {
        ObjectNode event = Json.object();
        event.put("timestamp", timestamp.toString());
        event.put("type", type);
        event.put("id", id);
        event.put("previousEventId", previousId);
        if (!detailsName.isEmpty()) {
            ObjectNode written = event.putObject(detailsName);
            for (Map.Entry<String, JsonNode> detail : details.properties()) {
                JsonNode value = detail.getValue();
                written.set(
                        detail.getKey(),
                        WRITTEN_AS_TEXT.contains(detail.getKey()) ? Json.text(Json.write(value)) : value);
            }
        }
        return event;
    }
}
