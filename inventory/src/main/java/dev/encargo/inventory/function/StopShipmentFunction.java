package dev.encargo.inventory.function;

import dev.encargo.inventory.function.Messages.StepOutcome;
import dev.encargo.inventory.function.Messages.UndoInput;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.StopShipment;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The undo's step StopShipment. Answers `stopped` or `tooLate`.
public final class StopShipmentFunction extends TaskFunction<UndoInput, StepOutcome> {
    private final StopShipment useCase;

    public StopShipmentFunction() {
        this(Platform.current());
    }

    StopShipmentFunction(Platform platform) {
        super(platform, UndoInput.class, StepOutcome.class);
        this.useCase = new StopShipment(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected StepOutcome perform(UndoInput input) {
        StopShipment.Request request = new StopShipment.Request(input.orderId(), input.reason(), input.retryCount());
        return new StepOutcome(
                switch (useCase.stop(request)) {
                    case STOPPED -> "stopped";
                    case TOO_LATE -> "tooLate";
                });
    }
}
