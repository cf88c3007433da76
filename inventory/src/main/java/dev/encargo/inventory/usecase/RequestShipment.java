package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.Recipient;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Shipping;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.outside.NotUnderstood;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Asks the warehouse to send the parcel of an invoiced order, unless the order is stopped: one write first, then
/// the call.
public final class RequestShipment {

    public record Request(String orderId, Recipient recipient) {}

    public enum Outcome {
        ASKED,
        /// The order is stopped, or its parcel has left.
        NOT_WANTED
    }

    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public RequestShipment(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /// @throws StockUnknown when nothing was ever reserved for the order
    public Outcome request(Request request) {
        String orderId = request.orderId();
        Instant now = clock.instant();
        boolean asked = stocks.transit(orderId, stock -> Shipping.ask(known(stock, orderId), request.recipient(), now));
        if (!asked) {
            return Outcome.NOT_WANTED;
        }
        ask(orderId, now);
        return Outcome.ASKED;
    }

    private void ask(String orderId, Instant now) {
        @Nullable
        Recipient recipient = stocks.find(orderId).map(Stock::recipient).orElse(null);
        try {
            ShipmentAnswer answer = warehouse.ship(orderId, recipient);
            if (!(answer instanceof ShipmentAnswer.Requested)) {
                stocks.transit(orderId, stock -> {
                    Stock current = known(stock, orderId);
                    return Shipping.answered(current, answer, current.notices(), now);
                });
            }
        } catch (NotUnderstood refusal) {
            String why = String.valueOf(refusal.getMessage());
            stocks.transit(orderId, stock -> Shipping.refused(known(stock, orderId), why, now));
            throw refusal;
        }
    }

    private static Stock known(@Nullable Stock stock, String orderId) {
        if (stock == null) {
            throw new StockUnknown(orderId);
        }
        return stock;
    }
}
