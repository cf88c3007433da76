package dev.encargo.cli.events;

import dev.encargo.local.store.ReadOnly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which events of the log are wanted.
record Wanted(
        @Nullable String type,
        @Nullable String rule,
        @Nullable String order,
        @Nullable Instant since) {
    private static final int PAGE = 500;

    /// The next ones after a place in the log, oldest first.
    List<StoredEvent> after(ReadOnly rows, long sequence) {
        return ask(rows, "seq > ?", sequence, " ORDER BY seq LIMIT " + PAGE);
    }

    /// The last `limit`, oldest first.
    List<StoredEvent> last(ReadOnly rows, int limit) {
        return ask(rows, "seq > ?", 0, " ORDER BY seq DESC LIMIT " + limit).reversed();
    }

    private List<StoredEvent> ask(ReadOnly rows, String where, long sequence, String order) {
        StringBuilder sql = new StringBuilder("SELECT " + StoredEvent.COLUMNS + " FROM events WHERE " + where);
        List<Object> values = new ArrayList<>(List.of(sequence));
        add(sql, values, " AND type GLOB ?", type);
        add(sql, values, " AND instr(',' || rules || ',', ',' || ? || ',') > 0", rule);
        add(sql, values, " AND subject = ?", this.order);
        add(sql, values, " AND time >= ?", since == null ? null : since.toEpochMilli());
        return rows.list(sql + order, StoredEvent::read, values.toArray());
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
