package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Move;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.Principal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Asks for a cancel, right at every instant: noted on the order, and the workflow UndoOrder started by the same
/// write.
public final class CancelOrder {
    private final Orders orders;
    private final InstantSource clock;

    public CancelOrder(Platform platform) {
        this.orders = new Orders(platform);
        this.clock = platform.clock();
    }

    /// `reason` is a code such as `CHANGED_MIND`.
    public record Request(
            String id, Principal caller, @Nullable String reason) {}

    public sealed interface Outcome {
        record Asked(Order order) implements Outcome {}

        record Refused(Order order, Move.Refusal refusal) implements Outcome {}

        record NoSuchOrder() implements Outcome {}
    }

    public Outcome cancel(Request request) {
        return orders.change(request.id(), order -> decide(order, request)).orElseGet(Outcome.NoSuchOrder::new);
    }

    private Orders.Decided<Outcome> decide(Order order, Request request) {
        Principal caller = request.caller();
        if (!caller.maySee(order.terms().customerId())) {
            return new Orders.Decided<>(Change.none(order), new Outcome.NoSuchOrder());
        }
        String by = caller.operator() ? "operator" : "customer";
        return switch (order.requestCancel(by, request.reason(), clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case Move.Made(Change change) -> new Orders.Decided<>(change, new Outcome.Asked(change.order()));
            case Move.Holds _ -> new Orders.Decided<>(Change.none(order), new Outcome.Asked(order));
            case Move.Refused refused ->
                new Orders.Decided<>(Change.none(order), new Outcome.Refused(order, refused.refusal()));
        };
    }
}
