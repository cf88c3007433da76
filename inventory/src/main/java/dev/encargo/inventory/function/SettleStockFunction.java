package dev.encargo.inventory.function;

import dev.encargo.inventory.function.Messages.SettleInput;
import dev.encargo.inventory.function.Messages.StepOutcome;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.SettleStock;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The workflow's step SettleStock. Answers `reserved`, `closed` or `duplicate`.
public final class SettleStockFunction extends TaskFunction<SettleInput, StepOutcome> {
    private final SettleStock useCase;

    public SettleStockFunction() {
        this(Platform.current());
    }

    SettleStockFunction(Platform platform) {
        super(platform, SettleInput.class, StepOutcome.class);
        this.useCase = new SettleStock(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected StepOutcome perform(SettleInput input) {
        return new StepOutcome(
                switch (useCase.settle(input.orderId(), input.execution())) {
                    case RESERVED -> "reserved";
                    case CLOSED -> "closed";
                    case DUPLICATE -> "duplicate";
                });
    }
}
