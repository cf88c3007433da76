package dev.encargo.inventory.function;

import dev.encargo.inventory.function.Messages.StockRequest;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.ReserveStock;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import dev.encargo.platform.json.Jsons;

/// Queue `stock-requests`: the waiting step ReserveStock.
public final class ReserveStockFunction extends QueueFunction {
    private final ReserveStock useCase;

    public ReserveStockFunction() {
        this(Platform.current());
    }

    ReserveStockFunction(Platform platform) {
        super(platform);
        this.useCase = new ReserveStock(new Stocks(platform), new Warehouse(platform.settings()));
    }

    @Override
    protected void handle(QueueMessage message) {
        StockRequest request = Jsons.read(StockRequest.class, message.body());
        useCase.reserve(new ReserveStock.Request(request.orderId(), request.lines(), request.step()));
    }
}
