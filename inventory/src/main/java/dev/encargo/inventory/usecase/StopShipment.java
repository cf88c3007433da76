package dev.encargo.inventory.usecase;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Alarming;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Stopping;
import dev.encargo.inventory.model.Stopping.Stopped;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Sees to it that nothing leaves any more, or finds that the parcel has left: the warehouse is asked by key, then
/// one write.
public final class StopShipment {

    public record Request(String orderId, UndoReason reason, int retryCount) {}

    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public StopShipment(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    public Stopped stop(Request request) {
        String orderId = request.orderId();
        if (Alarming.isDue(request.retryCount())) {
            stocks.transit(orderId, stock -> Alarming.alarm(stock, "StopShipment", request.retryCount()));
        }
        return stocks.transit(orderId, stock -> {
            @Nullable ShipmentAnswer answer = Stopping.mustAsk(stock) ? warehouse.cancelShipment(orderId) : null;
            return Stopping.stop(stock, orderId, request.reason(), answer, clock.instant());
        });
    }
}
