package dev.encargo.payments.function;

import dev.encargo.payments.function.Messages.SettleInput;
import dev.encargo.payments.function.Messages.StepOutcome;
import dev.encargo.payments.provider.PaymentProvider;
import dev.encargo.payments.store.Payments;
import dev.encargo.payments.usecase.SettlePayment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The workflow's step SettlePayment. Answers `captured` or `closed`.
public final class SettlePaymentFunction extends TaskFunction<SettleInput, StepOutcome> {
    private final SettlePayment useCase;

    public SettlePaymentFunction() {
        this(Platform.current());
    }

    SettlePaymentFunction(Platform platform) {
        super(platform, SettleInput.class, StepOutcome.class);
        this.useCase = new SettlePayment(new Payments(platform), new PaymentProvider(platform.settings()));
    }

    @Override
    protected StepOutcome perform(SettleInput input) {
        return new StepOutcome(
                switch (useCase.settle(input.orderId())) {
                    case CAPTURED -> "captured";
                    case CLOSED -> "closed";
                });
    }
}
