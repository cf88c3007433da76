package dev.encargo.inventory.function;

import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.RecordDispatch;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;

/// Queue `dispatch-records`: `OrderDispatchRecorded` says that an operator has handed the parcel over.
public final class RecordDispatchFunction extends QueueFunction {
    private final RecordDispatch useCase;

    public RecordDispatchFunction() {
        this(Platform.current());
    }

    RecordDispatchFunction(Platform platform) {
        super(platform);
        this.useCase = new RecordDispatch(new Stocks(platform), new Warehouse(platform.settings()));
    }

    @Override
    protected void handle(QueueMessage message) {
        useCase.record(Events.delivered(message.body()).subject());
    }
}
