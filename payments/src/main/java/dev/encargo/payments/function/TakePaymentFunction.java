package dev.encargo.payments.function;

import dev.encargo.payments.function.Messages.PaymentRequest;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.payments.usecase.TakePayment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import dev.encargo.platform.json.Jsons;

/// Queue `payment-requests`: the waiting step TakePayment.
public final class TakePaymentFunction extends QueueFunction {
    private final TakePayment useCase;

    public TakePaymentFunction() {
        this(Platform.current());
    }

    TakePaymentFunction(Platform platform) {
        super(platform);
        this.useCase = new TakePayment(new Payments(platform), new PaymentProvider(platform.settings()));
    }

    @Override
    protected void handle(QueueMessage message) {
        PaymentRequest request = Jsons.read(PaymentRequest.class, message.body());
        useCase.take(new TakePayment.Request(request.wanted(), request.step()));
    }
}
