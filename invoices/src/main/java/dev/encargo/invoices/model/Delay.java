package dev.encargo.invoices.model;

import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.Attention;
import dev.encargo.platform.effects.Intent;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step about an order's invoice that has failed several times: a person was asked to look, once. The step itself
/// goes on being retried.
@Json
public record Delay(int retries) {
    private static final int PATIENCE = 5;

    public static boolean isDue(int retries) {
        return retries >= PATIENCE;
    }

    /// Raises `INVOICE_DELAYED` unless it was raised. Returns whether it was.
    public static Transition<Delay, Boolean> raise(@Nullable Delay known, String orderId, int retries) {
        if (known != null) {
            return Transition.none(known, false);
        }
        Intent look = Attention.raise(orderId, "INVOICE_DELAYED", "the invoice step has failed " + retries + " times");
        return new Transition<>(new Delay(retries), List.of(look), true);
    }
}
