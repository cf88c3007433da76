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
        return payment != null
                && (payment.state() == PaymentState.ASKED
                        || payment.state() == PaymentState.CAPTURED
                        || payment.owesWrongAmount());
    }

    /// `answer` is final, says that nothing is held any more, and is present if [#mustAsk].
    public static Transition<Payment, Refunded> refund(
            @Nullable Payment payment, String orderId, UndoReason reason, @Nullable PaymentAnswer answer) {
        if (payment == null) {
            return Transition.none(Payment.closed(orderId, reason), new Refunded.Closed());
        }
        if (mustAsk(payment)) {
            return answered(payment, reason, Objects.requireNonNull(answer, "answer"));
        }
        @Nullable Money back = payment.state() == PaymentState.REFUNDED ? payment.captured() : null;
        return Transition.none(payment, back == null ? new Refunded.Closed() : new Refunded.Back(back));
    }

    private static Transition<Payment, Refunded> answered(Payment payment, UndoReason reason, PaymentAnswer answer) {
        PaymentDraft draft = new PaymentDraft(payment);
        if (payment.state() == PaymentState.ASKED) {
            draft.failWaiting(Refusals.closed(reason), "the order is being undone");
        }
        return switch (answer) {
            case PaymentAnswer.Refunded refund -> draft.refunded(refund, false).as(new Refunded.Back(refund.amount()));
            case PaymentAnswer.Declined _ -> draft.declinedWhileUndone().as(new Refunded.Closed());
            case PaymentAnswer.Canceled _ -> draft.closed(reason).as(new Refunded.Closed());
            case PaymentAnswer.Captured(Money amount, String reference)
            when amount.minor() == 0 ->
                draft.refunded(new PaymentAnswer.Refunded(amount, reference), false)
                        .as(new Refunded.Back(amount));
            case PaymentAnswer.Captured _, PaymentAnswer.Pending _ -> throw new NotFinal(payment.orderId() + "/pay");
        };
    }

    /// Whether a capture reported now is a late success: the provider is asked to refund before [#lateRefund].
    public static boolean isLateSuccess(Payment payment, PaymentAnswer answer) {
        return answer instanceof PaymentAnswer.Captured && payment.endedUnpaid();
    }

    /// The money of a late success was given back: the only refund that the customer is told about by itself.
    public static Transition<Payment, Boolean> lateRefund(Payment payment, PaymentAnswer answer, List<String> notices) {
        if (!payment.endedUnpaid() || !(answer instanceof PaymentAnswer.Refunded refund)) {
            return Transition.none(payment.noting(notices), false);
        }
        return new PaymentDraft(payment).keep(notices).refunded(refund, true).as(true);
    }
}
