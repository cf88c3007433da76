package dev.encargo.payments.model;

import dev.encargo.platform.documents.Transition;
import org.jspecify.annotations.Nullable;

/// Calls a person, once, when a refund has failed several times. It is tried further.
public final class Alarming {
    private static final int PATIENCE = 3;

    private Alarming() {}

    public static boolean isDue(int retryCount) {
        return retryCount >= PATIENCE;
    }

    public static Transition<Payment, Boolean> alarm(@Nullable Payment payment, int retryCount) {
        if (!(payment instanceof Payment.Open) || payment.trail().alarmed()) {
            return Transition.none(payment, false);
        }
        return new PaymentDraft(payment.with(payment.trail().alarm()))
                .attention("REFUND_PENDING", "the refund has failed " + retryCount + " times and is tried further")
                .as(true);
    }
}
