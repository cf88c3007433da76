package dev.encargo.contracts;

import org.jspecify.annotations.Nullable;

/// What the payments context says. References are the payment provider's.
public sealed interface PaymentEvent extends Event {
    String SOURCE = "encargo.payments";

    @Override
    default String source() {
        return SOURCE;
    }

    record PaymentCaptured(Money amount, String reference) implements PaymentEvent {}

    /// `captured` is set when the provider took another amount than asked (`reason` AmountMismatch): it is
    /// refunded.
    record PaymentDeclined(String reason, @Nullable Money captured) implements PaymentEvent {}

    /// `amount` is the whole capture. `late` marks money that was taken after the order had been closed: only then is
    /// the customer told by this event, since the undo's own refund is told when the order has ended.
    record PaymentRefunded(Money amount, String reference, boolean late) implements PaymentEvent {}
}
