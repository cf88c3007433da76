package dev.encargo.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// A notice that waits to be delivered: `copies` times with success, next at `nextAt`.
record Notice(
        long seq,
        Party party,
        String orderId,
        String body,
        Instant createdAt,
        Instant nextAt,
        int attempts,
        int copies) {
    static final String OPEN = "SELECT * FROM notices WHERE state = 'waiting' ORDER BY seq";
    private static final Duration KEPT_UP = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("seq"),
                Party.valueOf(row.getString("party")),
                row.getString("order_id"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("next_at")),
                row.getInt("attempts"),
                row.getInt("copies"));
    }

    Notice dueAt(Instant due) {
        return new Notice(seq, party, orderId, body, createdAt, due, attempts, copies);
    }

    Notice oneCopyLess(Instant now) {
        return new Notice(seq, party, orderId, body, createdAt, now, attempts + 1, copies - 1);
    }

    /// One, three, nine … seconds later, at most an hour.
    Notice afterFailure(Instant now) {
        long seconds = Math.min(LONGEST_PAUSE.toSeconds(), Math.powExact(3L, Math.min(attempts, 10)));
        return new Notice(seq, party, orderId, body, createdAt, now.plusSeconds(seconds), attempts + 1, copies);
    }

    boolean givenUp() {
        return nextAt.isAfter(createdAt.plus(KEPT_UP));
    }
}
