package dev.encargo.orders.store;

import dev.encargo.orders.model.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of orders, newest first. `next` is where the next one continues, null on the last.
public record OrderPage(List<Order> orders, @Nullable String next) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
