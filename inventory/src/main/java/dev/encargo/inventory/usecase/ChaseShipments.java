package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Shipping;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Budget;
import dev.encargo.platform.documents.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Asks the warehouse by key about shipments that are asked for and silent beyond their limit, the longest silent
/// first, and records what it says. A shipment that the warehouse does not know is asked for again by the same key;
/// for one that it will not send a person is called.
public final class ChaseShipments {
    private static final int PER_PARTITION = 25;

    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public ChaseShipments(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /// Returns how many had news. Stops after `longest`; the rest is the longest silent next time.
    public int chase(Duration limit, Duration longest) {
        Instant now = clock.instant();
        Budget budget = Budget.of(longest);
        int news = 0;
        for (int partition = 0; partition < Stocks.SPREAD; partition++) {
            List<String> silent = stocks.silentSince(partition, now.minus(limit), PER_PARTITION);
            for (String orderId : silent) {
                if (budget.isSpent()) {
                    return news;
                }
                news += chase(orderId, now) ? 1 : 0;
            }
        }
        return news;
    }

    private boolean chase(String orderId, Instant now) {
        ShipmentAnswer answer = stillThere(orderId);
        return stocks.transit(
                orderId,
                stock -> stock == null
                        ? Transition.<Stock, Boolean>none(null, false)
                        : answer instanceof ShipmentAnswer.Canceled
                                ? Shipping.refused(stock, "the warehouse says that it will not send the parcel", now)
                                : Shipping.answered(stock, answer, stock.notices(), now));
    }

    private ShipmentAnswer stillThere(String orderId) {
        ShipmentAnswer answer = warehouse.readShipment(orderId);
        boolean wanted = answer instanceof ShipmentAnswer.Unknown
                && stocks.find(orderId).filter(Stock::isAwaitingDispatch).isPresent();
        return wanted
                ? warehouse.ship(
                        orderId, stocks.find(orderId).map(Stock::recipient).orElse(null))
                : answer;
    }
}
