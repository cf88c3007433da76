package dev.encargo.orders.usecase;

import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Move;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.Platform;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/// Moves an order on an operator's word: the parcel has left, has arrived, or the order is to be canceled.
public final class ChangeOrderStatus {
    private final Orders orders;
    private final InstantSource clock;

    public ChangeOrderStatus(Platform platform) {
        this.orders = new Orders(platform);
        this.clock = platform.clock();
    }

    /// `stale` says whether the caller means another version than this one.
    public record Request(String id, Status to, String by, Predicate<Order> stale) {}

    public sealed interface Outcome {
        record Made(Order order) implements Outcome {}

        /// A cancel was asked for, now or before: the workflow answers it.
        record CancelAsked(Order order) implements Outcome {}

        record Refused(Order order, Move.Refusal refusal, List<Status> allowed) implements Outcome {}

        record Stale(Order order) implements Outcome {}

        record NoSuchOrder() implements Outcome {}
    }

    public Outcome change(Request request) {
        return orders.change(request.id(), order -> decide(order, request)).orElseGet(Outcome.NoSuchOrder::new);
    }

    private Orders.Decided<Outcome> decide(Order order, Request request) {
        if (request.stale().test(order)) {
            return new Orders.Decided<>(Change.none(order), new Outcome.Stale(order));
        }
        Move move = order.moveTo(request.to(), request.by(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return switch (move) {
            case Move.Made(Change change) -> new Orders.Decided<>(change, told(change.order(), request.to()));
            case Move.Holds _ -> new Orders.Decided<>(Change.none(order), told(order, request.to()));
            case Move.Refused refused ->
                new Orders.Decided<>(
                        Change.none(order), new Outcome.Refused(order, refused.refusal(), refused.allowed()));
        };
    }

    private static Outcome told(Order order, Status to) {
        return to == Status.CANCELED && order.status() != Status.CANCELED
                ? new Outcome.CancelAsked(order)
                : new Outcome.Made(order);
    }
}
