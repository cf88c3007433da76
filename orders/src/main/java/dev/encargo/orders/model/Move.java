package dev.encargo.orders.model;

import java.util.List;

/// What became of a caller's wish to move an order.
public sealed interface Move {

    record Made(Change change) implements Move {}

    /// The wish holds already.
    record Holds() implements Move {}

    /// `allowed` are the states that the caller might have named instead.
    record Refused(Refusal refusal, List<Status> allowed) implements Move {}

    enum Refusal {
        NOT_FROM_HERE,
        CANCEL_PENDING,
        ALREADY_DISPATCHED,
        ALREADY_CLOSED
    }
}
