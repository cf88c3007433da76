package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the warehouse knows of a shipment's key. `status`: requested, dispatched, delivered or canceled.
record Shipment(
        String key,
        String orderId,
        @Nullable String address,
        @Nullable String reference,
        String status,
        boolean barred) {
    static Shipment read(ResultSet row) throws SQLException {
        return new Shipment(
                row.getString("key"),
                row.getString("order_id"),
                row.getString("address"),
                row.getString("reference"),
                row.getString("status"),
                row.getBoolean("barred"));
    }

    boolean left() {
        return status.equals("dispatched") || status.equals("delivered");
    }

    /// How the parcel is followed once it has left.
    String tracking() {
        return "TRK-" + reference;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("key", key).put("orderId", orderId).put("reference", reference).put("status", status);
        if (left()) {
            json.put("tracking", tracking());
        }
        return json.put("barred", barred);
    }
}
