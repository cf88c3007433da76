package dev.encargo.cli.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail of the outbox. Its id is that of the event that caused it, which tells the order.
record StoredMail(
        String id,
        Instant time,
        String sender,
        String recipient,
        String subject,
        String text,
        String html,
        @Nullable String order) {
    static final String SELECT = """
            SELECT m.id, m.time, m.sender, m.recipient, m.subject, m.text, m.html,
              (SELECT e.subject FROM events e WHERE e.id = m.id LIMIT 1) AS order_id
            FROM mails m""";

    static StoredMail read(ResultSet row) throws SQLException {
        return new StoredMail(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    ObjectNode head() {
        ObjectNode node =
                Json.object().put("id", id).put("time", time.toString()).put("from", sender);
        return node.put("to", recipient).put("subject", subject).put("order", order);
    }
}
