package dev.encargo.cli.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Confidential;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event of the host's log. `rules` names what it matched, or is null while it waits to be handed to them.
record StoredEvent(
        long sequence,
        String id,
        String bus,
        String source,
        String type,
        @Nullable String order,
        Instant time,
        String body,
        @Nullable String rules) {
    static final String COLUMNS = "seq, id, bus, source, type, subject, time, body, rules";

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8),
                row.getString(9));
    }

    /// The event of which an expression is `id`.
    static Optional<StoredEvent> with(ReadOnly rows, String expression, String id) {
        return rows.one(
                "SELECT " + COLUMNS + " FROM events WHERE " + expression + " = ? LIMIT 1", StoredEvent::read, id);
    }

    List<String> matched() {
        return rules == null || rules.isEmpty() ? List.of() : List.of(rules.split(","));
    }

    JsonNode json(boolean confidential) {
        try {
            JsonNode read = Json.parse(body);
            return confidential ? read : Confidential.hidden(read);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("event " + id + " is damaged", damaged);
        }
    }

    /// The bus's own id, which executions are named by.
    String envelopeId() {
        return json(true).path("id").asText();
    }
}
