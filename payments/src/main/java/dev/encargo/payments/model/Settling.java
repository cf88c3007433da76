package dev.encargo.payments.model;

import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The step SettlePayment, when the payment's limit has passed: the document decides, not the clock.
public final class Settling {

    public enum Settled {
        /// The money is there: the execution goes on.
        CAPTURED,
        /// The order's hope has ended and its undo is started.
        CLOSED
    }

    private Settling() {}

    /// Whether the provider has to be asked before [#settle].
    public static boolean mustAsk(@Nullable Payment payment) {
        return payment != null && payment.state() == PaymentState.ASKED;
    }

    /// `answer` is final and present if [#mustAsk].
    public static Transition<Payment, Settled> settle(
            @Nullable Payment payment, String orderId, @Nullable PaymentAnswer answer) {
        if (payment == null) {
            return new PaymentDraft(Payment.closed(orderId, UndoReason.PaymentTimedOut))
                    .startUndo(UndoReason.PaymentTimedOut)
                    .as(Settled.CLOSED);
        }
        return switch (payment.state()) {
            case CAPTURED -> Transition.none(payment, Settled.CAPTURED);
            case DECLINED, CLOSED, REFUNDED -> Transition.none(payment, Settled.CLOSED);
            case ASKED -> answered(payment, Objects.requireNonNull(answer, "answer"));
        };
    }

    private static Transition<Payment, Settled> answered(Payment payment, PaymentAnswer answer) {
        PaymentDraft draft = new PaymentDraft(payment);
        return switch (answer) {
            case PaymentAnswer.Captured capture -> {
                draft.captured(capture);
                yield draft.as(draft.isCaptured() ? Settled.CAPTURED : Settled.CLOSED);
            }
            case PaymentAnswer.Declined declined ->
                draft.declined(declined.reason()).as(Settled.CLOSED);
            case PaymentAnswer.Canceled _ ->
                draft.closed(UndoReason.PaymentTimedOut)
                        .startUndo(UndoReason.PaymentTimedOut)
                        .as(Settled.CLOSED);
            case PaymentAnswer.Refunded refund -> refunded(payment, refund);
            case PaymentAnswer.Pending _ -> throw new NotFinal(payment.orderId() + "/pay");
        };
    }

    private static Transition<Payment, Settled> refunded(Payment payment, PaymentAnswer.Refunded refund) {
        Transition<Payment, Boolean> capture = Taking.answered(
                payment, new PaymentAnswer.Captured(refund.amount(), refund.reference()), payment.notices());
        boolean paid = capture.body() != null && capture.body().state() == PaymentState.CAPTURED;
        return new Transition<>(capture.body(), capture.intents(), paid ? Settled.CAPTURED : Settled.CLOSED);
    }
}
