package dev.encargo.providers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes everything that the books say as one JSON object, row by row, for an auditor. Works on the file of
/// running stand-ins as well as of stopped ones, and shows one moment.
public final class Ledgers {
    private static final String OF_ORDER = " WHERE ?1 IS NULL OR order_id = ?1 ";
    private static final int LARGEST_BUFFER = 64 * 1024;

    @FunctionalInterface
    private interface Page {
        void write(Sql sql, JsonGenerator json) throws SQLException, IOException;
    }

    @FunctionalInterface
    private interface Row {
        ObjectNode of(ResultSet row) throws SQLException;
    }

    private Ledgers() {}

    /// `{service, summary: {byStatus, totals: [{currency, captures, captured, refunded}], doubleCharged, notices},
    /// payments: […]}`.
    ///
    /// @param orderId only this order's, or null for all
    public static void writePayments(Path file, @Nullable String orderId, OutputStream out) throws IOException {
        write(file, out, (sql, json) -> {
            json.writeStringField("service", "payments");
            json.writeObjectFieldStart("summary");
            counts(sql, json, "byStatus", "SELECT status, count(*) FROM payments" + OF_ORDER + "GROUP BY 1", orderId);
            counts(
                    sql,
                    json,
                    "doubleCharged",
                    "SELECT key, captures FROM payments WHERE captures > 1 AND (?1 IS NULL OR order_id = ?1)",
                    orderId);
            notices(sql, json, Party.PAYMENTS, orderId);
            list(
                    sql,
                    json,
                    "totals",
                    "SELECT currency, sum(captures), sum(captured), sum(refunded) FROM payments" + OF_ORDER
                            + "GROUP BY 1 HAVING currency IS NOT NULL",
                    Ledgers::total,
                    orderId);
            json.writeEndObject();
            list(
                    sql,
                    json,
                    "payments",
                    "SELECT * FROM payments" + OF_ORDER + "ORDER BY seq",
                    Ledgers::payment,
                    orderId);
        });
    }

    /// `{service, summary: {reservations, shipments, unbalanced, notices}, stock: [{sku, initial, available,
    /// reserved, sold}], reservations: […], shipments: […]}`. Shipments are told without their address.
    ///
    /// @param orderId only this order's, or null for all; stock is told of all
    public static void writeWarehouse(Path file, @Nullable String orderId, OutputStream out) throws IOException {
        write(file, out, (sql, json) -> {
            json.writeStringField("service", "warehouse");
            json.writeObjectFieldStart("summary");
            counts(
                    sql,
                    json,
                    "reservations",
                    "SELECT status, count(*) FROM reservations" + OF_ORDER + "GROUP BY 1",
                    orderId);
            counts(sql, json, "shipments", "SELECT status, count(*) FROM shipments" + OF_ORDER + "GROUP BY 1", orderId);
            counts(
                    sql,
                    json,
                    "unbalanced",
                    "SELECT sku, available + reserved + sold - initial FROM stock"
                            + " WHERE available + reserved + sold <> initial AND (?1 IS NULL OR 1)",
                    orderId);
            notices(sql, json, Party.WAREHOUSE, orderId);
            json.writeEndObject();
            list(
                    sql,
                    json,
                    "stock",
                    "SELECT * FROM stock WHERE (?1 IS NULL OR 1) ORDER BY sku",
                    Ledgers::stock,
                    orderId);
            list(
                    sql,
                    json,
                    "reservations",
                    "SELECT * FROM reservations" + OF_ORDER + "ORDER BY seq",
                    Ledgers::reservation,
                    orderId);
            list(
                    sql,
                    json,
                    "shipments",
                    "SELECT * FROM shipments" + OF_ORDER + "ORDER BY seq",
                    Ledgers::shipment,
                    orderId);
        });
    }

    private static void write(Path file, OutputStream out, Page page) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (Sql sql = Sql.open(file);
                JsonGenerator json =
                        Json.MAPPER.createGenerator(new java.io.BufferedOutputStream(out, LARGEST_BUFFER))) {
            sql.run("BEGIN");
            json.writeStartObject();
            page.write(sql, json);
            json.writeEndObject();
        } catch (SQLException unreadable) {
            throw new IOException("the books in " + file + " cannot be read", unreadable);
        }
    }

    private static void counts(Sql sql, JsonGenerator json, String name, String query, @Nullable Object... values)
            throws SQLException, IOException {
        json.writeObjectFieldStart(name);
        try (ResultSet rows = sql.rows(query, values)) {
            while (rows.next()) {
                json.writeNumberField(rows.getString(1), rows.getLong(2));
            }
        }
        json.writeEndObject();
    }

    private static void notices(Sql sql, JsonGenerator json, Party party, @Nullable String orderId)
            throws SQLException, IOException {
        counts(
                sql,
                json,
                "notices",
                "SELECT state, count(*) FROM notices WHERE party = ?2"
                        + " AND (?1 IS NULL OR order_id = ?1) GROUP BY 1",
                orderId,
                party.name());
    }

    private static void list(
            Sql sql, JsonGenerator json, String name, String query, Row reader, @Nullable String orderId)
            throws SQLException, IOException {
        json.writeArrayFieldStart(name);
        try (ResultSet rows = sql.rows(query, orderId)) {
            while (rows.next()) {
                json.writeTree(reader.of(rows));
            }
        }
        json.writeEndArray();
    }

    private static ObjectNode total(ResultSet row) throws SQLException {
        return Json.object()
                .put("currency", row.getString(1))
                .put("captures", row.getLong(2))
                .put("captured", row.getLong(3))
                .put("refunded", row.getLong(4));
    }

    private static ObjectNode payment(ResultSet row) throws SQLException {
        ObjectNode json = Payment.read(row).json();
        text(json, "refundKey", row.getString("refund_key"));
        times(json, row, List.of("requested_at", "due_at", "settled_at", "refunded_at"));
        return json;
    }

    private static ObjectNode stock(ResultSet row) throws SQLException {
        return Json.object()
                .put("sku", row.getString("sku"))
                .put("initial", row.getLong("initial"))
                .put("available", row.getLong("available"))
                .put("reserved", row.getLong("reserved"))
                .put("sold", row.getLong("sold"));
    }

    private static ObjectNode reservation(ResultSet row) throws SQLException {
        ObjectNode json = Reservation.read(row).json();
        text(json, "releaseKey", row.getString("release_key"));
        times(json, row, List.of("requested_at", "released_at", "sold_at"));
        return json;
    }

    private static ObjectNode shipment(ResultSet row) throws SQLException {
        ObjectNode json = Shipment.read(row).json();
        times(json, row, List.of("requested_at", "dispatched_at", "delivered_at", "canceled_at"));
        return json;
    }

    private static void text(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void times(ObjectNode json, ResultSet row, List<String> columns) throws SQLException {
        for (String column : columns) {
            long millis = row.getLong(column);
            if (!row.wasNull()) {
                String name = column.substring(0, column.length() - "_at".length()) + "At";
                json.put(name, Instant.ofEpochMilli(millis).toString());
            }
        }
    }
}
