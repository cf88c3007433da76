package dev.encargo.orders.model;

import dev.encargo.platform.effects.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// An order after a decision, and what the decision wants to happen. Nothing changed when there is nothing to
/// write.
public record Change(Order order, List<Intent> intents) {

    public Change {
        intents = List.copyOf(intents);
    }

    public static Change none(Order order) {
        return new Change(order, List.of());
    }

    /// This change and then another one, as one write.
    public Change and(Function<Order, Change> next) {
        Change after = next.apply(order);
        List<Intent> all = new ArrayList<>(intents);
        all.addAll(after.intents());
        return new Change(after.order(), all);
    }

    public boolean changes(Order before) {
        return order.version() != before.version();
    }
}
