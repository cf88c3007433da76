package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Packs parcels when asked, and hands them over only when told.
final class DispatchDesk {
    private final String books;
    private final Outbox outbox;

    DispatchDesk(String books, Outbox outbox) {
        this.books = books;
        this.outbox = outbox;
    }

    static @Nullable Shipment find(Sql sql, String key) throws SQLException {
        return sql.first("SELECT * FROM shipments WHERE key = ?", Shipment::read, key);
    }

    Shipment accept(Sql sql, String key, String orderId, String address, Instant now) throws SQLException {
        Long seq = sql.first(
                "INSERT INTO shipments (key, order_id, address, status, requested_at)"
                        + " VALUES (?, ?, ?, 'requested', ?) RETURNING seq",
                row -> row.getLong(1),
                key,
                orderId,
                address,
                now.toEpochMilli());
        sql.change("UPDATE shipments SET reference = ? WHERE seq = ?", "shp_" + books + seq, seq);
        return known(sql, key);
    }

    /// Bars what is unknown or has not left; what has left stays so.
    Shipment cancel(Sql sql, String key, Instant now) throws SQLException {
        Shipment shipment = find(sql, key);
        if (shipment == null) {
            sql.change(
                    "INSERT INTO shipments (key, order_id, status, barred, canceled_at)"
                            + " VALUES (?, ?, 'canceled', 1, ?)",
                    key,
                    Call.orderOf(key),
                    now.toEpochMilli());
        } else if (shipment.status().equals("requested")) {
            sql.change(
                    "UPDATE shipments SET status = 'canceled', barred = 1, canceled_at = ? WHERE key = ?",
                    now.toEpochMilli(),
                    key);
        }
        return known(sql, key);
    }

    Shipment dispatch(Sql sql, Shipment shipment, Instant now) throws SQLException {
        sql.change(
                "UPDATE shipments SET status = 'dispatched', dispatched_at = ? WHERE key = ?",
                now.toEpochMilli(),
                shipment.key());
        tell(sql, NoticeType.SHIPMENT_DISPATCHED, shipment, now);
        return known(sql, shipment.key());
    }

    Shipment deliver(Sql sql, Shipment shipment, Instant now) throws SQLException {
        sql.change(
                "UPDATE shipments SET status = 'delivered', delivered_at = ? WHERE key = ?",
                now.toEpochMilli(),
                shipment.key());
        tell(sql, NoticeType.SHIPMENT_DELIVERED, shipment, now);
        return known(sql, shipment.key());
    }

    private void tell(Sql sql, NoticeType type, Shipment shipment, Instant at) throws SQLException {
        ObjectNode details = Json.object();
        details.put("reference", shipment.reference()).put("tracking", shipment.tracking());
        outbox.add(sql, type, shipment.key(), shipment.orderId(), at, 1, details);
    }

    private static Shipment known(Sql sql, String key) throws SQLException {
        Shipment shipment = find(sql, key);
        if (shipment == null) {
            throw new SQLException("no shipment under the key " + key);
        }
        return shipment;
    }
}
