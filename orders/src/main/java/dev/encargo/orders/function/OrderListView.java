package dev.encargo.orders.function;

import dev.encargo.contracts.UndoReason;
import dev.encargo.orders.model.Order;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of orders, without their lines and personal data. `next` is the cursor of the next page.
@Json
record OrderListView(List<Entry> orders, @Nullable String next) {

    @Json
    record Entry(
            String id,
            String customerId,
            String status,
            long version,
            @Nullable String attention,
            @Nullable String reason,
            OrderView.@Nullable Asked cancellation,
            String currency,
            OrderView.Sums totals,
            Instant createdAt,
            Instant updatedAt) {

        static Entry of(Order order) {
            return new Entry(
                    order.id(),
                    order.terms().customerId(),
                    order.status().name(),
                    order.version(),
                    order.attention().orElse(null),
                    order.reason().map(UndoReason::name).orElse(null),
                    order.cancellation().map(OrderView.Asked::of).orElse(null),
                    order.terms().currency(),
                    OrderView.Sums.of(order.terms().totals()),
                    order.terms().placedAt(),
                    order.updatedAt());
        }
    }
}
