package dev.encargo.providers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The payments that will be captured later, settled in the order in which they fall due, each at its own moment.
final class DueCaptures {
    private final DueTimer timer;
    private @Nullable Cashier cashier;
    private Runnable wake = () -> {};
    private volatile @Nullable Instant next;

    DueCaptures(DueTimer timer) {
        this.timer = timer;
    }

    void settleWith(Sql sql, Cashier settling, Runnable waking) throws SQLException {
        this.cashier = settling;
        this.wake = waking;
        lookAhead(sql);
    }

    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    void settle(Sql sql, Instant now) throws SQLException {
        Instant due = next;
        if (due == null || cashier == null || due.isAfter(now)) {
            return;
        }
        List<Cashier.Due> found = sql.all(
                "SELECT key, due_at FROM payments WHERE due_at <= ? ORDER BY due_at, seq",
                Cashier.Due::read,
                now.toEpochMilli());
        for (Cashier.Due each : found) {
            cashier.settle(sql, each.key(), each.at());
        }
        lookAhead(sql);
    }

    void expect(Instant due) {
        Instant known = next;
        if (known == null || due.isBefore(known)) {
            next = due;
            timer.wakeAt(due, wake);
        }
    }

    void lookAhead(Sql sql) throws SQLException {
        next = null;
        Instant first = sql.first(
                "SELECT due_at FROM payments WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1",
                row -> Instant.ofEpochMilli(row.getLong(1)));
        if (first != null) {
            expect(first);
        }
    }
}
