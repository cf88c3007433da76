package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Notices written in the same transaction as what they tell, and handed to the courier after its commit.
final class Outbox {
    private static final String INSERT = """
            INSERT INTO notices (party, id, type, order_id, body, state, created_at, next_at, attempts, copies)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING seq""";

    private final String books;
    private final NoticeHabits habits;
    private final Faults faults;
    private final Consumer<Notice> courier;
    private final List<Notice> uncommitted = new ArrayList<>();
    private long numbered;

    Outbox(String books, long numbered, NoticeHabits habits, Faults faults, Consumer<Notice> courier) {
        this.books = books;
        this.numbered = numbered;
        this.habits = habits;
        this.faults = faults;
        this.courier = courier;
    }

    static long lastNumber(Sql sql) throws SQLException {
        Long last = sql.first("SELECT coalesce(max(seq), 0) FROM notices", row -> row.getLong(1));
        return last == null ? 0 : last;
    }

    void add(Sql sql, NoticeType type, String key, String orderId, Instant at, int copies, ObjectNode details)
            throws SQLException {
        String id = "ntc_" + books + ++numbered;
        ObjectNode body = Json.object();
        body.put("id", id).put("type", type.word()).put("key", key).put("orderId", orderId);
        body.setAll(details);
        body.put("at", at.toString());
        NoticeFault fault = faults.forNotice(type, key);
        int sent = fault.copies(habits.twice(key, type.word()) ? Math.max(2, copies) : copies);
        Duration late = fault.lateness(habits.lateness(key, type.word()));
        Instant next = at.plus(late);
        String text = Json.text(body);
        Long seq = sql.first(
                INSERT,
                row -> row.getLong(1),
                type.party().name(),
                id,
                type.word(),
                orderId,
                text,
                fault.state(),
                at.toEpochMilli(),
                next.toEpochMilli(),
                sent);
        if (fault.state().equals("waiting") && seq != null) {
            uncommitted.add(new Notice(seq, type.party(), orderId, text, at, next, 0, sent));
        }
    }

    /// Lets go of what the faults held back.
    int release(Sql sql, Instant now) throws SQLException {
        List<Notice> held = sql.all(Notice.OPEN.replace("'waiting'", "'held'"), Notice::read);
        sql.change("UPDATE notices SET state = 'waiting', next_at = ? WHERE state = 'held'", now.toEpochMilli());
        held.forEach(notice -> uncommitted.add(notice.dueAt(now)));
        return held.size();
    }

    void committed() {
        uncommitted.forEach(courier);
        uncommitted.clear();
    }

    void rolledBack() {
        uncommitted.clear();
    }
}
