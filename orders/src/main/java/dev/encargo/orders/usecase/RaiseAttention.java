package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Shows on the order that a person should look at it.
public final class RaiseAttention {
    private final Orders orders;
    private final InstantSource clock;

    public RaiseAttention(Platform platform) {
        this.orders = new Orders(platform);
        this.clock = platform.clock();
    }

    public record Request(String orderId, String attention, String reason) {}

    /// The order as it is then; empty when there is none.
    public Optional<Order> raise(Request request) {
        return orders.change(request.orderId(), order -> {
            Change change = order.raise(
                    request.attention(), request.reason(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return new Orders.Decided<>(change, change.order());
        });
    }
}
