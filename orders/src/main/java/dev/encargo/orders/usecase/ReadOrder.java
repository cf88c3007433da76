package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.Principal;
import java.util.Optional;

/// Reads one order for its owner or an operator. Someone else's order is as absent as one that does not exist.
public final class ReadOrder {
    private final Orders orders;

    public ReadOrder(Platform platform) {
        this.orders = new Orders(platform);
    }

    public Optional<Order> read(String id, Principal reader) {
        return orders.find(id).filter(order -> reader.maySee(order.terms().customerId()));
    }
}
