package dev.encargo.orders.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.effects.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves an order along the edges that its facts open: one edge at a time, each with its own version, sequence and
/// event.
final class Progress {

    private Progress() {}

    /// `order` has just learned something at `at`.
    static Change of(Order order, Instant at) {
        return along(order, at, List.of());
    }

    /// `order` has just learned something that is announced by an event of its own.
    static Change announced(Order order, OrderEvent event, Instant at) {
        Order said = order.said();
        return along(said, at, List.of(new Intent.Publish(event, said.sequence(), null)));
    }

    private static Change along(Order order, Instant at, List<Intent> first) {
        List<Intent> intents = new ArrayList<>(first);
        Order reached = order;
        for (Optional<Status> edge = edge(reached); edge.isPresent(); edge = edge(reached)) {
            Order from = reached;
            reached = from.reaching(edge.get(), latest(from, at));
            intents.add(changed(from.status(), reached));
        }
        return new Change(reached.status() == order.status() ? order.next() : reached, intents);
    }

    /// The next edge that the facts of `order` open.
    private static Optional<Status> edge(Order order) {
        Facts facts = order.facts();
        return switch (order.status()) {
            case PENDING ->
                facts.undoReason()
                        .map(Progress::closing)
                        .or(() -> when(Status.RESERVED, facts.applies(FactKind.STOCK_RESERVED)));
            case RESERVED ->
                facts.undoReason()
                        .map(Progress::closing)
                        .or(() -> when(Status.PAID, facts.applies(FactKind.PAYMENT_CAPTURED)));
            case PAID ->
                when(Status.SHIPPED, facts.leaves())
                        .or(() -> when(Status.CANCELED, facts.undoReason().equals(Optional.of(UndoReason.Canceled))));
            case SHIPPED -> when(Status.DELIVERED, facts.arrives());
            case DELIVERED, REJECTED, CANCELED -> Optional.empty();
        };
    }

    private static Status closing(UndoReason reason) {
        return reason == UndoReason.Canceled ? Status.CANCELED : Status.REJECTED;
    }

    private static Optional<Status> when(Status to, boolean open) {
        return open ? Optional.of(to) : Optional.empty();
    }

    private static Instant latest(Order order, Instant at) {
        return order.history().isEmpty() || at.isAfter(order.history().getLast().at())
                ? at
                : order.history().getLast().at();
    }

    private static Intent changed(Status from, Order order) {
        Terms terms = order.terms();
        Optional<Fact.OrderUndone> undo =
                order.status().isClosed() ? order.facts().undo() : Optional.empty();
        OrderEvent event = new OrderEvent.OrderStatusChanged(
                from.name(),
                order.status().name(),
                order.version(),
                order.reason().map(UndoReason::name).orElse(null),
                undo.map(Fact.OrderUndone::refunded).orElse(null),
                undo.map(Fact.OrderUndone::creditNote).orElse(null),
                terms.customerId(),
                terms.lines(),
                terms.totals());
        return new Intent.Publish(event, order.sequence(), toldTo(order));
    }

    /// Only the changes that the customer hears of carry what a mail needs.
    private static @Nullable Confidential toldTo(Order order) {
        return order.status() == Status.SHIPPED || order.status().isClosed()
                ? order.terms().contact()
                : null;
    }
}
