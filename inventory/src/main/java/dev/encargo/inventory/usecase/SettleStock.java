package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.Settling;
import dev.encargo.inventory.model.Settling.Settled;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Finds out what became of a reservation whose limit has passed: the warehouse is asked by key, then one write.
public final class SettleStock {
    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public SettleStock(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    public Settled settle(String orderId, String execution) {
        return stocks.transit(orderId, stock -> {
            @Nullable
            ReservationAnswer answer = Settling.mustAsk(stock, execution) ? warehouse.cancelReservation(orderId) : null;
            return Settling.settle(stock, orderId, execution, answer, clock.instant());
        });
    }
}
