package dev.encargo.payments.provider;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The payment provider's JSON. Amounts are in minor units.
final class Messages {

    private Messages() {}

    @Json
    record PaymentCall(String key, String orderId, long amount, String currency, String method) {}

    /// `status` is the key's: pending, captured, declined, canceled, refunded. `captured` and `refunded` are
    /// totals.
    @Json
    record KeyState(
            @Nullable String status,
            @Nullable String reference,
            @Nullable String currency,
            long captured,
            long refunded,
            @Nullable String reason,
            @Nullable String code) {}
}
