package dev.encargo.cli.deadletter;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Confidential;
import dev.encargo.cli.words.Words;
import dev.encargo.local.queue.Attributes;
import dev.encargo.local.workflow.data.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/// A dead letter: `error` is what it died of, empty where nobody said it.
record Letter(
        long id, String queue, String body, Map<String, String> attributes, Instant sent, int receives, String error) {
    static final String SELECT = "SELECT id, queue, body, attributes, sent, receives, error FROM messages";
    private static final int SHORT = 70;

    static Letter read(ResultSet row) throws SQLException {
        String error = row.getString(7);
        return new Letter(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Attributes.read(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getInt(6),
                error == null ? "" : error);
    }

    String messageId() {
        return "msg_" + id;
    }

    /// Where it goes when it is redriven: the queue that it died in, or the target that refused it.
    String home() {
        String queue = attributes.get("DeadLetterQueueSourceArn");
        if (queue != null) {
            return queue.substring(queue.lastIndexOf(':') + 1);
        }
        String rule = attributes.get("ENCARGO_RULE");
        return rule == null
                ? say("unknown")
                : rule + " → " + attributes.getOrDefault("ENCARGO_TARGET", say("its target"));
    }

    /// The first line of what it died of, cut.
    String briefly() {
        String line = error.lines().findFirst().orElseGet(() -> say("not said"));
        return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
    }

    ObjectNode toJson(boolean confidential) {
        ObjectNode node =
                Json.object().put("message", messageId()).put("queue", queue).put("from", Words.inEnglish(this::home));
        node.put("sent", sent.toString()).put("receives", receives).put("error", error.isEmpty() ? null : error);
        ObjectNode all = node.putObject("attributes");
        attributes.forEach(all::put);
        return node.put("body", confidential ? body : Confidential.hidden(body));
    }
}
