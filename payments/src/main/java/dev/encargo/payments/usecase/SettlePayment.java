package dev.encargo.payments.usecase;

import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.model.Settling;
import dev.encargo.payments.model.Settling.Settled;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import org.jspecify.annotations.Nullable;

/// Finds out what became of a payment whose limit has passed: the provider is asked by key, then one write.
public final class SettlePayment {
    private final Payments payments;
    private final PaymentProvider provider;

    public SettlePayment(Payments payments, PaymentProvider provider) {
        this.payments = payments;
        this.provider = provider;
    }

    public Settled settle(String orderId) {
        return payments.transit(orderId, payment -> {
            @Nullable PaymentAnswer answer = Settling.mustAsk(payment) ? provider.cancel(orderId) : null;
            return Settling.settle(payment, orderId, answer);
        });
    }
}
