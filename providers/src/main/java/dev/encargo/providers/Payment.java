package dev.encargo.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the payment provider knows of a key. `status`: pending, captured, declined, canceled or refunded.
record Payment(
        String key,
        String orderId,
        long amount,
        @Nullable String currency,
        @Nullable String method,
        @Nullable String reference,
        String status,
        boolean barred,
        int captures,
        long captured,
        long refunded) {

    static Payment read(ResultSet row) throws SQLException {
        return new Payment(
                row.getString("key"),
                row.getString("order_id"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("method"),
                row.getString("reference"),
                row.getString("status"),
                row.getBoolean("barred"),
                row.getInt("captures"),
                row.getLong("captured"),
                row.getLong("refunded"));
    }

    boolean unknownBefore() {
        return reference == null;
    }

    boolean sameRequest(String order, long asked, String money, String means) {
        return orderId.equals(order) && amount == asked && money.equals(currency) && means.equals(method);
    }

    Scenario scenario() {
        return Scenario.of(String.valueOf(method));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("key", key).put("orderId", orderId).put("reference", reference).put("status", status);
        if (!unknownBefore()) {
            json.put("amount", amount).put("currency", currency).put("method", method);
        }
        if ("declined".equals(status)) {
            json.put("reason", scenario().refusal());
        }
        return json.put("captures", captures)
                .put("captured", captured)
                .put("refunded", refunded)
                .put("barred", barred);
    }
}
