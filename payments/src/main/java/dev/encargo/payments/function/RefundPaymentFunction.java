package dev.encargo.payments.function;

import dev.encargo.payments.function.Messages.StepOutcome;
import dev.encargo.payments.function.Messages.UndoInput;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.payments.usecase.RefundPayment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The undo's step RefundPayment. Answers `refunded` or `closed`.
public final class RefundPaymentFunction extends TaskFunction<UndoInput, StepOutcome> {
    private final RefundPayment useCase;

    public RefundPaymentFunction() {
        this(Platform.current());
    }

    RefundPaymentFunction(Platform platform) {
        super(platform, UndoInput.class, StepOutcome.class);
        this.useCase = new RefundPayment(new Payments(platform), new PaymentProvider(platform.settings()));
    }

    @Override
    protected StepOutcome perform(UndoInput input) {
        RefundPayment.Request request = new RefundPayment.Request(input.orderId(), input.reason(), input.retryCount());
        return new StepOutcome(
                switch (useCase.refund(request)) {
                    case REFUNDED -> "refunded";
                    case CLOSED -> "closed";
                });
    }
}
