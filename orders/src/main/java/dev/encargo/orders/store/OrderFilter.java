package dev.encargo.orders.store;

import dev.encargo.orders.model.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which orders a list shows; null is any. `from` is inclusive, `to` exclusive.
public record OrderFilter(
        @Nullable String customerId,
        @Nullable Status status,
        @Nullable Instant from,
        @Nullable Instant to) {

    public OrderFilter of(String customer) {
        return new OrderFilter(customer, status, from, to);
    }
}
