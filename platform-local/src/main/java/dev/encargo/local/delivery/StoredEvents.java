package dev.encargo.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.delivery.CompiledRule.CompiledTarget;
import dev.encargo.local.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads events back from the log.
final class StoredEvents {
    static final String COLUMNS = "seq, id, bus, source, type, subject, time, body";

    private StoredEvents() {}

    static BusEvent read(ResultSet row) throws SQLException {
        String body = row.getString(8);
        return new BusEvent(
                row.getString(2),
                EventDocument.of(body).tree().path("id").asText(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                body);
    }

    /// An event from its envelope alone.
    static BusEvent read(String json, String bus) {
        JsonNode tree = EventDocument.of(json).tree();
        JsonNode detail = tree.path("detail");
        return new BusEvent(
                detail.path("id").asText(tree.path("id").asText()),
                tree.path("id").asText(),
                bus,
                tree.path("source").asText(),
                tree.path("detail-type").asText(),
                detail.path("subject").asText(null),
                Instant.parse(tree.path("time").asText()),
                json);
    }

    record Waiting(Retries.Failed failed, Instant due) {}

    static List<Waiting> failedDeliveries(Database database, Map<String, CompiledRule> rules) {
        record Row(long id, String rule, String target, int attempts, Instant since, Instant due, BusEvent event) {}
        return database
                .list(
                        """
                        SELECT e.seq, e.id, e.bus, e.source, e.type, e.subject, e.time, e.body,
                          d.id, d.rule, d.target, d.attempts, d.since, d.due
                        FROM deliveries d JOIN events e ON e.seq = d.event""",
                        row -> new Row(
                                row.getLong(9),
                                row.getString(10),
                                row.getString(11),
                                row.getInt(12),
                                Instant.ofEpochMilli(row.getLong(13)),
                                Instant.ofEpochMilli(row.getLong(14)),
                                read(row)))
                .stream()
                .flatMap(row -> target(rules, row.rule, row.target)
                        .map(target -> new Waiting(
                                new Retries.Failed(row.id, row.event, target, row.attempts, row.since), row.due))
                        .stream())
                .toList();
    }

    private static Optional<CompiledTarget> target(Map<String, CompiledRule> rules, String rule, String target) {
        return Optional.ofNullable(rules.get(rule)).stream()
                .flatMap(found -> found.targets().stream())
                .filter(found -> found.target().id().equals(target))
                .findFirst();
    }
}
