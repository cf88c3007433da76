package dev.encargo.orders.function;

import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Timeline;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The story of an order as its owner and operators see it.
@Json
record TimelineView(String orderId, String status, long version, List<Entry> entries) {

    @Json
    record Entry(
            Instant at,
            String code,
            String text,
            String state,
            @Nullable String eventId,
            @Nullable Long version,
            @Nullable Long sequence,
            Map<String, String> references) {

        static Entry of(Timeline.Entry entry) {
            return new Entry(
                    entry.at(),
                    entry.code(),
                    entry.text(),
                    entry.state().name(),
                    entry.eventId(),
                    entry.version(),
                    entry.sequence(),
                    entry.references());
        }
    }

    static TimelineView of(Order order) {
        return new TimelineView(
                order.id(),
                order.status().name(),
                order.version(),
                Timeline.of(order).stream().map(Entry::of).toList());
    }
}
