package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.EventFacts;
import dev.encargo.orders.model.Fact;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import dev.encargo.platform.event.CloudEvent;
import java.util.List;
import java.util.Optional;

/// Teaches an order what happened elsewhere. All events of one call are one write.
public final class UpdateOrderStatus {
    private final Orders orders;

    public UpdateOrderStatus(Platform platform) {
        this.orders = new Orders(platform);
    }

    public sealed interface Outcome {
        record Learned(Order order, boolean changed) implements Outcome {}

        record NoSuchOrder() implements Outcome {}
    }

    /// `events` are all about the order `id`.
    public Outcome update(String id, List<CloudEvent> events) {
        return orders.change(id, order -> decide(order, events)).orElseGet(Outcome.NoSuchOrder::new);
    }

    private static Orders.Decided<Outcome> decide(Order order, List<CloudEvent> events) {
        Change change = Change.none(order);
        for (CloudEvent event : events) {
            Optional<Fact> fact = EventFacts.of(event.data());
            if (fact.isPresent()) {
                change = change.and(known -> known.learn(fact.get(), event.time(), event.id()));
            }
        }
        return new Orders.Decided<>(change, new Outcome.Learned(change.order(), change.changes(order)));
    }
}
