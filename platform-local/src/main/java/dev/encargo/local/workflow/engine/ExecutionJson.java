package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Executions as JSON.
final class ExecutionJson {
    private static final int VERSION = 1;

    private ExecutionJson() {}

    static ObjectNode write(Execution execution) {
        ObjectNode node = Json.object();
        node.put("v", VERSION);
        ExecutionInfo info = execution.info;
        node.put("arn", info.arn());
        node.put("name", info.name());
        node.put("stateMachineArn", info.stateMachineArn());
        node.put("stateMachineName", info.stateMachineName());
        node.put("roleArn", info.roleArn());
        node.put("startTime", info.startTime().toString());
        node.put("status", execution.status.name());
        node.put("seed", execution.seed);
        node.put("sequence", execution.sequence);
        node.put("events", execution.events);
        node.put("deadline", execution.deadline.toString());
        node.put("deadlineTimed", execution.deadlineTimed);
        node.put("redriveCount", execution.redriveCount);
        putText(node, "redrivenAt", execution.redrivenAt);
        putText(node, "stoppedAt", execution.stoppedAt);
        putText(node, "error", execution.error);
        putText(node, "cause", execution.cause);
        if (execution.output != null) {
            node.set("output", execution.output);
        }
        node.set("input", execution.input);
        node.set("root", FrameJson.write(execution.root));
        return node;
    }

    private static void putText(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    static Execution read(String text) {
        try {
            return read(Json.parse(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The text is no execution: " + e.getOriginalMessage(), e);
        }
    }

    private static Execution read(JsonNode node) {
        if (node.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("The text is no execution of version " + VERSION);
        }
        ExecutionInfo info = new ExecutionInfo(
                node.path("arn").asText(),
                node.path("name").asText(),
                node.path("stateMachineArn").asText(),
                node.path("stateMachineName").asText(),
                node.path("roleArn").asText(),
                Instant.parse(node.path("startTime").asText()));
        Execution execution = new Execution(
                info,
                node.path("input"),
                node.path("seed").asLong(),
                FrameJson.read(node.path("root"), null),
                Instant.parse(node.path("deadline").asText()));
        execution.status = Status.valueOf(node.path("status").asText());
        execution.sequence = node.path("sequence").asLong();
        execution.events = node.path("events").asLong();
        execution.deadlineTimed = node.path("deadlineTimed").asBoolean();
        execution.redriveCount = node.path("redriveCount").asInt();
        execution.redrivenAt = FrameJson.instant(node, "redrivenAt");
        execution.stoppedAt = FrameJson.instant(node, "stoppedAt");
        execution.error = text(node, "error");
        execution.cause = text(node, "cause");
        execution.output = node.get("output");
        return execution;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? null : value.asText();
    }
}
