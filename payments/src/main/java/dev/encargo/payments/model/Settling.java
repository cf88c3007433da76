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
        return payment instanceof Payment.Asked;
    }

    /// `answer` is final and present if [#mustAsk].
    public static Transition<Payment, Settled> settle(
            @Nullable Payment payment, String orderId, @Nullable PaymentAnswer answer) {
        return switch (payment) {
            case null -> timedOut(Payment.closed(orderId, UndoReason.PaymentTimedOut));
            case Payment.Asked asked -> answered(asked, Objects.requireNonNull(answer, "answer"));
            case Payment.Captured _ -> Transition.none(payment, Settled.CAPTURED);
            case Payment.Mismatched _, Payment.Declined _, Payment.Closed _, Payment.Refunded _ ->
                Transition.none(payment, Settled.CLOSED);
        };
    }

    private static Transition<Payment, Settled> answered(Payment.Asked asked, PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Captured capture
            when asked.isPaidBy(capture.amount()) ->
                PaymentDraft.captured(asked, capture).as(Settled.CAPTURED);
            case PaymentAnswer.Captured capture ->
                PaymentDraft.mismatched(asked, capture).as(Settled.CLOSED);
            case PaymentAnswer.Declined(String reason) ->
                PaymentDraft.declined(asked, reason).as(Settled.CLOSED);
            case PaymentAnswer.Canceled _ -> timedOut(asked.close(UndoReason.PaymentTimedOut));
            case PaymentAnswer.Refunded refund -> refunded(asked, refund);
            case PaymentAnswer.Pending _ -> throw new NotFinal(asked.trail().orderId() + "/pay");
        };
    }

    private static Transition<Payment, Settled> timedOut(Payment.Closed closed) {
        return new PaymentDraft(closed).startUndo(UndoReason.PaymentTimedOut).as(Settled.CLOSED);
    }

    private static Transition<Payment, Settled> refunded(Payment.Asked asked, PaymentAnswer.Refunded refund) {
        PaymentAnswer.Captured capture = new PaymentAnswer.Captured(refund.amount(), refund.reference());
        Transition<Payment, Boolean> taken =
                Taking.answered(asked, capture, asked.trail().notices());
        return new Transition<>(
                taken.body(), taken.intents(), asked.isPaidBy(capture.amount()) ? Settled.CAPTURED : Settled.CLOSED);
    }
}
