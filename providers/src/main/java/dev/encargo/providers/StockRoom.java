package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Counts stock: for each SKU, available + reserved + sold = initial. A reservation is all or nothing.
final class StockRoom {
    private final String books;
    private final long plenty;
    private final Outbox outbox;

    StockRoom(String books, long plenty, Outbox outbox) {
        this.books = books;
        this.plenty = plenty;
        this.outbox = outbox;
    }

    static @Nullable Reservation find(Sql sql, String key) throws SQLException {
        return sql.first("SELECT * FROM reservations WHERE key = ?", Reservation::read, key);
    }

    static String canonical(SortedMap<String, Long> units) {
        ArrayNode lines = Json.MAPPER.createArrayNode();
        units.forEach((sku, quantity) -> lines.addObject().put("sku", sku).put("quantity", quantity));
        return Json.text(lines);
    }

    /// Reserves all the units or none.
    Reservation reserve(Sql sql, String key, String orderId, SortedMap<String, Long> units, Instant now)
            throws SQLException {
        @Nullable String missing = firstMissing(sql, units);
        String status = missing == null ? "reserved" : "refused";
        Long seq = sql.first(
                "INSERT INTO reservations (key, order_id, lines, status, requested_at) VALUES (?, ?, ?, ?, ?) RETURNING seq",
                row -> row.getLong(1),
                key,
                orderId,
                canonical(units),
                status,
                now.toEpochMilli());
        sql.change("UPDATE reservations SET reference = ? WHERE seq = ?", "res_" + books + seq, seq);
        Reservation written = known(sql, key);
        if (missing == null) {
            for (Map.Entry<String, Long> line : units.entrySet()) {
                sql.change(
                        "UPDATE stock SET available = available - ?, reserved = reserved + ? WHERE sku = ?",
                        line.getValue(),
                        line.getValue(),
                        line.getKey());
            }
            tell(sql, NoticeType.STOCK_RESERVED, written, Json.object(), now);
        } else {
            ObjectNode why = Json.object().put("reason", "out_of_stock").put("sku", missing);
            tell(sql, NoticeType.STOCK_REFUSED, written, why, now);
        }
        return written;
    }

    /// Bars a key that is unknown; what was decided stays so.
    Reservation cancel(Sql sql, String key, @Nullable String cancelKey, Instant now) throws SQLException {
        if (find(sql, key) == null) {
            sql.change(
                    "INSERT INTO reservations (key, order_id, lines, status, barred, release_key, released_at)"
                            + " VALUES (?, ?, '[]', 'released', 1, ?, ?)",
                    key,
                    Call.orderOf(key),
                    cancelKey,
                    now.toEpochMilli());
        }
        return known(sql, key);
    }

    /// Gives back what is reserved and bars the key; what was refused, released or sold stays so.
    Reservation release(Sql sql, String key, @Nullable String releaseKey, Instant now) throws SQLException {
        Reservation reservation = cancel(sql, key, releaseKey, now);
        if (reservation.status().equals("reserved")) {
            move(sql, reservation, "UPDATE stock SET reserved = reserved - ?, available = available + ? WHERE sku = ?");
            sql.change(
                    "UPDATE reservations SET status = 'released', barred = 1, release_key = ?, released_at = ?"
                            + " WHERE key = ?",
                    releaseKey,
                    now.toEpochMilli(),
                    key);
            tell(sql, NoticeType.STOCK_RELEASED, reservation, Json.object(), now);
        }
        return known(sql, key);
    }

    /// Sells what is reserved, since somebody else has handed it over; what was refused, released or sold stays so,
    /// and an unknown key is barred.
    Reservation collect(Sql sql, String key, @Nullable String collectKey, Instant now) throws SQLException {
        Reservation reservation = cancel(sql, key, collectKey, now);
        if (reservation.status().equals("reserved")) {
            sell(sql, reservation, now);
        }
        return known(sql, key);
    }

    /// Sells what the order has reserved; false if it has nothing reserved.
    boolean sell(Sql sql, String orderId, Instant now) throws SQLException {
        Reservation reservation = sql.first(
                "SELECT * FROM reservations WHERE order_id = ? AND status = 'reserved'", Reservation::read, orderId);
        if (reservation == null) {
            return false;
        }
        sell(sql, reservation, now);
        return true;
    }

    private static void sell(Sql sql, Reservation reservation, Instant now) throws SQLException {
        move(sql, reservation, "UPDATE stock SET reserved = reserved - ?, sold = sold + ? WHERE sku = ?");
        sql.change(
                "UPDATE reservations SET status = 'sold', sold_at = ? WHERE key = ?",
                now.toEpochMilli(),
                reservation.key());
    }

    private static void move(Sql sql, Reservation reservation, String update) throws SQLException {
        for (JsonNode line : reservation.linesJson()) {
            long quantity = line.path("quantity").asLong();
            sql.change(update, quantity, quantity, line.path("sku").asText());
        }
    }

    private @Nullable String firstMissing(Sql sql, SortedMap<String, Long> units) throws SQLException {
        for (Map.Entry<String, Long> line : units.entrySet()) {
            sql.change("INSERT OR IGNORE INTO stock VALUES (?, ?, ?, 0, 0)", line.getKey(), plenty, plenty);
            Long available =
                    sql.first("SELECT available FROM stock WHERE sku = ?", row -> row.getLong(1), line.getKey());
            if (available == null || available < line.getValue()) {
                return line.getKey();
            }
        }
        return null;
    }

    private void tell(Sql sql, NoticeType type, Reservation reservation, ObjectNode details, Instant at)
            throws SQLException {
        details.put("reference", reservation.reference());
        outbox.add(sql, type, reservation.key(), reservation.orderId(), at, 1, details);
    }

    private static Reservation known(Sql sql, String key) throws SQLException {
        Reservation reservation = find(sql, key);
        if (reservation == null) {
            throw new SQLException("no reservation under the key " + key);
        }
        return reservation;
    }
}
