package dev.encargo.inventory.usecase;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Alarming;
import dev.encargo.inventory.model.GivenBack;
import dev.encargo.inventory.model.Releasing;
import dev.encargo.inventory.model.Releasing.Released;
import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Gives the goods back and declares the order undone: the warehouse is asked by key, then one write.
public final class ReleaseStock {

    public record Request(String orderId, UndoReason reason, GivenBack givenBack, int retryCount) {}

    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public ReleaseStock(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    public Released release(Request request) {
        String orderId = request.orderId();
        if (Alarming.isDue(request.retryCount())) {
            stocks.transit(orderId, stock -> Alarming.alarm(stock, "ReleaseStock", request.retryCount()));
        }
        return stocks.transit(orderId, stock -> {
            @Nullable ReservationAnswer answer = Releasing.mustAsk(stock) ? warehouse.release(orderId) : null;
            return Releasing.release(stock, orderId, request.reason(), answer, request.givenBack(), clock.instant());
        });
    }
}
