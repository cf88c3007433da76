package dev.encargo.payments.function;

import dev.encargo.contracts.Money;
import dev.encargo.payments.function.Messages.RefundOutcome;
import dev.encargo.payments.function.Messages.UndoInput;
import dev.encargo.payments.model.Refunding.Refunded;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.payments.usecase.RefundPayment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The undo's step RefundPayment. Answers `refunded`, with the amount, or `closed`.
public final class RefundPaymentFunction extends TaskFunction<UndoInput, RefundOutcome> {
    private final RefundPayment useCase;

    public RefundPaymentFunction() {
        this(Platform.current());
    }

    RefundPaymentFunction(Platform platform) {
        super(platform, UndoInput.class, RefundOutcome.class);
        this.useCase = new RefundPayment(new Payments(platform), new PaymentProvider(platform.settings()));
    }

    @Override
    protected RefundOutcome perform(UndoInput input) {
        RefundPayment.Request request = new RefundPayment.Request(input.orderId(), input.reason(), input.retryCount());
        return switch (useCase.refund(request)) {
            case Refunded.Back(Money amount) -> new RefundOutcome("refunded", amount);
            case Refunded.Closed _ -> new RefundOutcome("closed", null);
        };
    }
}
