package dev.encargo.payments.usecase;

import dev.encargo.payments.model.Payment;
import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.model.Refunding;
import dev.encargo.payments.model.Taking;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.webhook.RawBodies;
import java.util.List;

/// Applies what the payment provider reports: the fact, its event, the answer to the waiting step and the raw body
/// are one write. Money that was taken after the order had been closed is given back first.
public final class ReceivePaymentNotice {

    public enum Outcome {
        APPLIED,
        KNOWN,
        /// Money was taken after the order had been closed, and given back.
        LATE,
        UNMATCHED
    }

    private final Payments payments;
    private final PaymentProvider provider;

    public ReceivePaymentNotice(Payments payments, PaymentProvider provider) {
        this.payments = payments;
        this.provider = provider;
    }

    public Outcome receive(String orderId, PaymentAnswer answer, String raw) {
        return payments.transit(orderId, payment -> {
            if (payment == null) {
                return Transition.<Payment, Outcome>none(null, Outcome.UNMATCHED);
            }
            List<String> notices = RawBodies.with(payment.trail().notices(), raw);
            return Refunding.isLateSuccess(payment, answer)
                    ? outcome(Refunding.lateRefund(payment, provider.refund(orderId), notices), Outcome.LATE)
                    : outcome(Taking.answered(payment, answer, notices), Outcome.APPLIED);
        });
    }

    private static Transition<Payment, Outcome> outcome(Transition<Payment, Boolean> transition, Outcome news) {
        return new Transition<>(transition.body(), transition.intents(), transition.outcome() ? news : Outcome.KNOWN);
    }
}
