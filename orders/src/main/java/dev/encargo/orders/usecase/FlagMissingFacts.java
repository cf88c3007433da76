package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.store.OrderPages;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Flags the orders in which a fact has waited too long for its predecessor.
public final class FlagMissingFacts {
    private static final int AT_ONCE = 500;

    private final Orders orders;
    private final OrderPages pages;
    private final InstantSource clock;

    public FlagMissingFacts(Platform platform) {
        this.orders = new Orders(platform);
        this.pages = new OrderPages(platform);
        this.clock = platform.clock();
    }

    /// How many orders were flagged.
    public int flag() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> late = pages.waitingSince(now.minus(Order.PATIENCE).plusMillis(1), AT_ONCE);
        return (int) late.stream().filter(id -> flagged(id, now)).count();
    }

    private boolean flagged(String id, Instant now) {
        return orders.change(id, order -> {
                    Change change = order.flagMissingFact(now);
                    return new Orders.Decided<>(change, change.changes(order));
                })
                .orElse(false);
    }
}
