package dev.encargo.payments.model;

import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The undo's step RefundPayment, and the net for money that was taken after the order had been closed.
public final class Refunding {

    public sealed interface Refunded {
        record Back(Money amount) implements Refunded {}

        /// No money was held.
        record Closed() implements Refunded {}
    }

    private Refunding() {}

    /// Whether the provider has to be asked before [#refund].
    public static boolean mustAsk(@Nullable Payment payment) {
        return payment instanceof Payment.Open;
    }

    /// `answer` is final, says that nothing is held any more, and is present if [#mustAsk].
    public static Transition<Payment, Refunded> refund(
            @Nullable Payment payment, String orderId, UndoReason reason, @Nullable PaymentAnswer answer) {
        return switch (payment) {
            case null -> Transition.none(Payment.closed(orderId, reason), new Refunded.Closed());
            case Payment.Open open -> answered(open, reason, Objects.requireNonNull(answer, "answer"));
            case Payment.Unpaid _ -> Transition.none(payment, new Refunded.Closed());
            case Payment.Refunded refunded -> Transition.none(payment, new Refunded.Back(refunded.amount()));
        };
    }

    private static Transition<Payment, Refunded> answered(Payment.Open open, UndoReason reason, PaymentAnswer answer) {
        Payment next = undone(open, reason, answer);
        PaymentDraft draft = new PaymentDraft(next);
        if (open instanceof Payment.Asked) {
            draft.failWaiting(Refusals.closed(reason), "the order is being undone");
        }
        return next instanceof Payment.Refunded refunded
                ? draft.publish(refunded.event(false), open.trail().customer()).as(new Refunded.Back(refunded.amount()))
                : draft.as(new Refunded.Closed());
    }

    private static Payment undone(Payment.Open open, UndoReason reason, PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Refunded(Money amount, String reference) -> open.refund(amount, reference);
            case PaymentAnswer.Captured(Money amount, String reference)
            when amount.minor() == 0 -> open.refund(amount, reference);
            case PaymentAnswer.Declined _ -> open.decline();
            case PaymentAnswer.Canceled _ -> open.close(reason);
            case PaymentAnswer.Captured _, PaymentAnswer.Pending _ ->
                throw new NotFinal(open.trail().orderId() + "/pay");
        };
    }

    /// Whether a capture reported now is a late success: the provider is asked to refund before [#lateRefund].
    public static boolean isLateSuccess(Payment payment, PaymentAnswer answer) {
        return answer instanceof PaymentAnswer.Captured && payment instanceof Payment.Unpaid;
    }

    /// The money of a late success was given back: the only refund that the customer is told about by itself.
    public static Transition<Payment, Boolean> lateRefund(Payment payment, PaymentAnswer answer, List<String> notices) {
        Payment noted = payment.noting(notices);
        if (!(noted instanceof Payment.Unpaid unpaid)
                || !(answer instanceof PaymentAnswer.Refunded(Money amount, String reference))) {
            return Transition.none(noted, false);
        }
        Payment.Refunded refunded = unpaid.refund(amount, reference);
        return new PaymentDraft(refunded)
                .publish(refunded.event(true), unpaid.trail().customer())
                .as(true);
    }
}
