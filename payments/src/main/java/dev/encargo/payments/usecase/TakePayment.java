package dev.encargo.payments.usecase;

import dev.encargo.contracts.Money;
import dev.encargo.payments.model.Payment;
import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.model.Taking;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.WaitingStep;

/// Asks the payment provider for an order's money: one write first, then the call.
public final class TakePayment {

    public record Request(Taking.Wanted wanted, WaitingStep step) {}

    public sealed interface Outcome {
        /// The provider was called; its decision follows in a notice unless it was in the answer.
        record Asked() implements Outcome {}

        /// The document decided: `why` is closed, superseded, captured or declined.
        record Answered(String why) implements Outcome {}
    }

    private final Payments payments;
    private final PaymentProvider provider;

    public TakePayment(Payments payments, PaymentProvider provider) {
        this.payments = payments;
        this.provider = provider;
    }

    public Outcome take(Request request) {
        String orderId = request.wanted().orderId();
        Taking.Next next = payments.transit(orderId, payment -> Taking.ask(payment, request.wanted(), request.step()));
        return switch (next) {
            case Taking.Next.Nothing(String why) -> new Outcome.Answered(why);
            case Taking.Next.Ask(Money amount, String method) -> ask(orderId, amount, method);
        };
    }

    private Outcome ask(String orderId, Money amount, String method) {
        PaymentAnswer answer = provider.take(orderId, amount, method);
        if (!(answer instanceof PaymentAnswer.Pending)) {
            payments.transit(
                    orderId,
                    payment -> payment == null
                            ? Transition.<Payment, Boolean>none(null, false)
                            : Taking.answered(payment, answer, payment.trail().notices()));
        }
        return new Outcome.Asked();
    }
}
