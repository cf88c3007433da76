package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A request as the stand-ins see it: `key` is that of the path, or of the body for a first call.
record Call(
        String key,
        JsonNode body,
        @Nullable String idempotencyKey,
        @Nullable String orderId,
        @Nullable CallFault fault) {
    /// The order that a key belongs to: `ord_1` for `ord_1/pay`.
    static String orderOf(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
