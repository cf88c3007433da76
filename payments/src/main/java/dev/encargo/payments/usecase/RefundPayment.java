package dev.encargo.payments.usecase;

import dev.encargo.contracts.UndoReason;
import dev.encargo.payments.model.Alarming;
import dev.encargo.payments.model.Payment;
import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.model.Refunding;
import dev.encargo.payments.model.Refunding.Refunded;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import org.jspecify.annotations.Nullable;

/// Gives an order's money back, or sees to it that none is taken: the provider is asked by key, then one write.
public final class RefundPayment {

    public record Request(String orderId, UndoReason reason, int retryCount) {}

    private final Payments payments;
    private final PaymentProvider provider;

    public RefundPayment(Payments payments, PaymentProvider provider) {
        this.payments = payments;
        this.provider = provider;
    }

    public Refunded refund(Request request) {
        String orderId = request.orderId();
        if (Alarming.isDue(request.retryCount())) {
            payments.transit(orderId, payment -> Alarming.alarm(payment, request.retryCount()));
        }
        return payments.transit(orderId, payment -> {
            @Nullable PaymentAnswer answer = ask(orderId, payment);
            return Refunding.refund(payment, orderId, request.reason(), answer);
        });
    }

    private @Nullable PaymentAnswer ask(String orderId, @Nullable Payment payment) {
        return switch (payment) {
            case null -> null;
            case Payment.Asked _ -> {
                PaymentAnswer decided = provider.cancel(orderId);
                yield decided instanceof PaymentAnswer.Captured ? provider.refund(orderId) : decided;
            }
            case Payment.Captured _, Payment.Mismatched _ -> provider.refund(orderId);
            case Payment.Declined _, Payment.Closed _, Payment.Refunded _ -> null;
        };
    }
}
