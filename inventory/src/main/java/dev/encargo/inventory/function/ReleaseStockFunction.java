package dev.encargo.inventory.function;

import dev.encargo.inventory.function.Messages.ReleaseInput;
import dev.encargo.inventory.function.Messages.StepOutcome;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.ReleaseStock;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.TaskFunction;

/// The undo's step ReleaseStock. Answers `released` or `known`.
public final class ReleaseStockFunction extends TaskFunction<ReleaseInput, StepOutcome> {
    private final ReleaseStock useCase;

    public ReleaseStockFunction() {
        this(Platform.current());
    }

    ReleaseStockFunction(Platform platform) {
        super(platform, ReleaseInput.class, StepOutcome.class);
        this.useCase = new ReleaseStock(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected StepOutcome perform(ReleaseInput input) {
        ReleaseStock.Request request =
                new ReleaseStock.Request(input.orderId(), input.reason(), input.givenBack(), input.retryCount());
        return new StepOutcome(
                switch (useCase.release(request)) {
                    case RELEASED -> "released";
                    case KNOWN -> "known";
                });
    }
}
