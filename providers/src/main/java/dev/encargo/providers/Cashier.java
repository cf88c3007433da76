package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes money, gives it back, and bars keys: every change of the payment provider's books.
final class Cashier {
    record Due(String key, Instant at) {
        static Due read(ResultSet row) throws SQLException {
            return new Due(row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
        }
    }

    /// A payment as asked for.
    record Asked(String key, String orderId, long amount, String currency, String method) {}

    private final String books;
    private final Duration limit;
    private final Outbox outbox;
    private final DueCaptures later;

    Cashier(String books, Duration limit, Outbox outbox, DueCaptures later) {
        this.books = books;
        this.limit = limit;
        this.outbox = outbox;
        this.later = later;
    }

    static @Nullable Payment find(Sql sql, String key) throws SQLException {
        return sql.first("SELECT * FROM payments WHERE key = ?", Payment::read, key);
    }

    /// Writes a payment never seen before; it is captured or declined now, later or never, as its method says.
    Payment accept(Sql sql, Asked asked, @Nullable CallFault fault, Instant now) throws SQLException {
        Scenario scenario = Scenario.of(asked.method());
        long charge = fault instanceof CallFault.WrongAmount(long difference)
                ? asked.amount() + difference
                : scenario.captured(asked.amount());
        Duration delay = scenario.delay(limit);
        Instant due = delay == null ? null : now.plus(delay);
        Long seq = sql.first(
                """
                INSERT INTO payments (key, order_id, amount, currency, method, status, planned, planned_amount,
                  requested_at, due_at) VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?) RETURNING seq""",
                row -> row.getLong(1),
                asked.key(),
                asked.orderId(),
                asked.amount(),
                asked.currency(),
                asked.method(),
                fault instanceof CallFault.ChargedTwice ? 2 : 1,
                charge,
                now.toEpochMilli(),
                due == null || due.equals(now) ? null : due.toEpochMilli());
        sql.change("UPDATE payments SET reference = ? WHERE seq = ?", "pay_" + books + seq, seq);
        if (due != null && due.isAfter(now)) {
            later.expect(due);
        } else if (due != null) {
            settle(sql, asked.key(), now);
        }
        return known(sql, asked.key());
    }

    /// Decides a pending payment: captures or declines it.
    void settle(Sql sql, String key, Instant at) throws SQLException {
        Payment payment = known(sql, key);
        if (payment.scenario().refusal() != null) {
            sql.change(
                    "UPDATE payments SET status = 'declined', due_at = NULL, settled_at = ? WHERE key = ?",
                    at.toEpochMilli(),
                    key);
            tell(sql, NoticeType.PAYMENT_DECLINED, payment, payment.amount(), at);
        } else {
            sql.change(
                    "UPDATE payments SET status = 'captured', captures = planned,"
                            + " captured = planned * planned_amount, due_at = NULL, settled_at = ? WHERE key = ?",
                    at.toEpochMilli(),
                    key);
            long amount =
                    known(sql, key).captured() / Math.max(1, known(sql, key).captures());
            tell(sql, NoticeType.PAYMENT_CAPTURED, payment, amount, at);
        }
    }

    /// Bars what is unknown or unfinished; what is decided stays. A scenario may break its word: its capture, said to
    /// be canceled, still happens when it is due.
    Payment cancel(Sql sql, String key, Instant now) throws SQLException {
        Payment payment = find(sql, key);
        if (payment == null) {
            sql.change(
                    "INSERT INTO payments (key, order_id, amount, status, barred, settled_at)"
                            + " VALUES (?, ?, 0, 'canceled', 1, ?)",
                    key,
                    Call.orderOf(key),
                    now.toEpochMilli());
        } else if (payment.status().equals("pending")) {
            boolean kept = payment.scenario().breaksItsWord();
            sql.change(
                    "UPDATE payments SET status = 'canceled', barred = 1, settled_at = ?,"
                            + " due_at = CASE WHEN ? THEN due_at END WHERE key = ?",
                    now.toEpochMilli(),
                    kept,
                    key);
        }
        return known(sql, key);
    }

    /// Gives back all that was captured but `keep`; keeping nothing also bars the key.
    Payment refund(Sql sql, String key, long keep, @Nullable String refundKey, Instant now) throws SQLException {
        Payment payment = keep > 0 ? find(sql, key) : cancel(sql, key, now);
        if (payment == null) {
            return cancel(sql, key, now);
        }
        long back = payment.captured() - payment.refunded() - keep;
        boolean nothingTaken =
                keep == 0 && payment.captured() == 0 && payment.status().equals("captured");
        if (back > 0 || nothingTaken) {
            sql.change(
                    "UPDATE payments SET refunded = refunded + ?, refunded_at = ?, refund_key = ?, status ="
                            + " CASE WHEN refunded + ? = captured THEN 'refunded' ELSE status END, barred = ? WHERE key = ?",
                    back,
                    now.toEpochMilli(),
                    refundKey,
                    back,
                    keep == 0 ? 1 : 0,
                    key);
            if (back > 0) {
                tell(sql, NoticeType.PAYMENT_REFUNDED, payment, back, now);
            }
        }
        return known(sql, key);
    }

    /// Plants one more charge of the same amount under a captured key, of which no notice tells.
    Payment chargeAgain(Sql sql, String key) throws SQLException {
        sql.change(
                "UPDATE payments SET captures = captures + 1, captured = captured + planned_amount"
                        + " WHERE key = ? AND status = 'captured'",
                key);
        return known(sql, key);
    }

    private void tell(Sql sql, NoticeType type, Payment payment, long amount, Instant at) throws SQLException {
        ObjectNode details = Json.object();
        details.put("reference", payment.reference()).put("amount", amount).put("currency", payment.currency());
        int copies = 1;
        if (type == NoticeType.PAYMENT_DECLINED) {
            details.put("reason", payment.scenario().refusal());
        } else {
            copies = payment.scenario().copies();
        }
        outbox.add(sql, type, payment.key(), payment.orderId(), at, copies, details);
    }

    private static Payment known(Sql sql, String key) throws SQLException {
        Payment payment = find(sql, key);
        if (payment == null) {
            throw new SQLException("no payment under the key " + key);
        }
        return payment;
    }
}
