package dev.encargo.payments.model;

import dev.encargo.contracts.UndoReason;
import org.jspecify.annotations.Nullable;

/// The errors that a waiting step is answered with.
final class Refusals {
    static final String DECLINED = "PaymentDeclined";

    private Refusals() {}

    static String closed(@Nullable UndoReason reason) {
        return reason == UndoReason.Canceled ? "OrderCanceled" : "Closed";
    }
}
