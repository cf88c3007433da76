package dev.encargo.cli.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An execution as the host keeps it.
record StoredRun(
        long id,
        String workflow,
        String name,
        String status,
        JsonNode state,
        Instant started,
        @Nullable Instant stopped) {
    static final String SELECT = "SELECT id, machine, name, status, state, started, stopped FROM executions";

    static StoredRun read(ResultSet row) throws SQLException {
        long stopped = row.getLong(7);
        boolean running = row.wasNull();
        return new StoredRun(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                tree(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                running ? null : Instant.ofEpochMilli(stopped));
    }

    static JsonNode tree(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored execution is damaged", damaged);
        }
    }

    /// The order that it is about, or an empty text.
    String order() {
        JsonNode input = state.path("input");
        return input.path("subject").asText(input.path("orderId").asText(""));
    }

    /// Where it stands, or stood when it ended.
    String at() {
        return state.path("root").path("state").asText("");
    }

    String error() {
        return state.path("error").asText("");
    }

    String cause() {
        return state.path("cause").asText("");
    }

    boolean running() {
        return status.equals("RUNNING");
    }

    boolean succeeded() {
        return status.equals("SUCCEEDED");
    }

    Duration lasted(Instant now) {
        return Duration.between(started, stopped == null ? now : stopped);
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("workflow", workflow).put("name", name).put("status", status).put("order", order());
        node.put("state", at()).put("started", started.toString());
        node.put("stopped", stopped == null ? null : stopped.toString());
        return node.put("error", error().isEmpty() ? null : error()).put("cause", cause().isEmpty() ? null : cause());
    }
}
