package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Frames as JSON. What has its default value is left out.
final class FrameJson {
    private FrameJson() {}

    static ObjectNode write(Frame frame) {
        ObjectNode node = Json.object();
        node.put("state", frame.state);
        node.put("phase", frame.phase.name());
        node.set("input", frame.input);
        put(node, "index", frame.index);
        if (frame.iteration) {
            node.put("iteration", true);
        }
        if (frame.variables != null) {
            node.set("variables", frame.variables);
        }
        put(node, "enteredAt", frame.enteredAt);
        put(node, "enteredEvent", frame.enteredEvent);
        put(node, "lastEvent", frame.lastEvent);
        put(node, "retryCount", frame.retryCount);
        writeAttempts(node, frame);
        put(node, "sequence", frame.sequence);
        put(node, "due", frame.due);
        put(node, "heartbeatDue", frame.heartbeatDue);
        put(node, "heartbeatSeconds", frame.heartbeatSeconds);
        put(node, "deadline", frame.deadline);
        writeChildren(node, frame);
        return node;
    }

    private static void writeAttempts(ObjectNode node, Frame frame) {
        if (frame.retryCount > 0) {
            ArrayNode attempts = node.putArray("attempts");
            for (long count : frame.attempts) {
                attempts.add(count);
            }
        }
    }

    private static void writeChildren(ObjectNode node, Frame frame) {
        if (!frame.children.isEmpty()) {
            ArrayNode children = node.putArray("children");
            frame.children.forEach(child -> children.add(write(child)));
        }
        if (!frame.results.isEmpty()) {
            ObjectNode results = node.putObject("results");
            frame.results.forEach((index, result) -> results.set(String.valueOf(index), result));
        }
        if (frame.items != null) {
            node.set("items", frame.items);
        }
        put(node, "nextItem", frame.nextItem);
        put(node, "failedItems", frame.failedItems);
        put(node, "limit", frame.limit);
    }

    private static void put(ObjectNode node, String name, long value) {
        if (value != 0) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Instant value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    static Frame read(JsonNode node, @Nullable Frame parent) {
        Frame frame = new Frame(
                parent,
                node.path("index").asInt(),
                node.path("iteration").asBoolean(),
                node.path("state").asText(),
                node.path("input"));
        frame.phase = Phase.valueOf(node.path("phase").asText());
        frame.variables = node.get("variables") instanceof ObjectNode variables ? variables : null;
        frame.enteredAt = instant(node, "enteredAt");
        frame.enteredEvent = node.path("enteredEvent").asLong();
        frame.lastEvent = node.path("lastEvent").asLong();
        frame.retryCount = node.path("retryCount").asInt();
        JsonNode attempts = node.path("attempts");
        frame.attempts = new long[attempts.size()];
        for (int i = 0; i < attempts.size(); i++) {
            frame.attempts[i] = attempts.get(i).asLong();
        }
        frame.sequence = node.path("sequence").asLong();
        frame.due = instant(node, "due");
        frame.heartbeatDue = instant(node, "heartbeatDue");
        frame.heartbeatSeconds = node.path("heartbeatSeconds").asLong();
        frame.deadline = instant(node, "deadline");
        readChildren(node, frame);
        return frame;
    }

    private static void readChildren(JsonNode node, Frame frame) {
        for (JsonNode child : node.path("children")) {
            frame.children.add(read(child, frame));
        }
        for (Map.Entry<String, JsonNode> result : node.path("results").properties()) {
            frame.results.put(Integer.valueOf(result.getKey()), result.getValue());
        }
        frame.items = node.get("items") instanceof ArrayNode items ? items : null;
        frame.nextItem = node.path("nextItem").asInt();
        frame.failedItems = node.path("failedItems").asInt();
        frame.limit = node.path("limit").asInt();
    }

    static @Nullable Instant instant(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? null : Instant.parse(value.asText());
    }
}
