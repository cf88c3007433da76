package dev.encargo.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the warehouse knows of a reservation's key. `status`: reserved, refused, released or sold; `lines` is JSON,
/// one object a SKU, sorted.
record Reservation(
        String key, String orderId, String lines, @Nullable String reference, String status, boolean barred) {
    static Reservation read(ResultSet row) throws SQLException {
        return new Reservation(
                row.getString("key"),
                row.getString("order_id"),
                row.getString("lines"),
                row.getString("reference"),
                row.getString("status"),
                row.getBoolean("barred"));
    }

    JsonNode linesJson() {
        try {
            return Json.MAPPER.readTree(lines);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the lines of " + key + " are not JSON", damaged);
        }
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("key", key).put("orderId", orderId).put("reference", reference).put("status", status);
        json.set("lines", linesJson());
        if ("refused".equals(status)) {
            json.put("reason", "out_of_stock");
        }
        return json.put("barred", barred);
    }
}
