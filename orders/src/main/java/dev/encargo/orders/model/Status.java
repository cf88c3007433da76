package dev.encargo.orders.model;

import java.util.List;

/// Where an order stands. Derived from its facts, one edge at a time.
public enum Status {
    PENDING,
    RESERVED,
    PAID,
    SHIPPED,
    DELIVERED,
    REJECTED,
    CANCELED;

    /// Nothing leaves a final status.
    public boolean isFinal() {
        return this == DELIVERED || isClosed();
    }

    /// Ended without goods and without money.
    public boolean isClosed() {
        return this == REJECTED || this == CANCELED;
    }

    /// The edges that leave this status.
    public List<Status> next() {
        return switch (this) {
            case PENDING -> List.of(RESERVED, REJECTED, CANCELED);
            case RESERVED -> List.of(PAID, REJECTED, CANCELED);
            case PAID -> List.of(SHIPPED, CANCELED);
            case SHIPPED -> List.of(DELIVERED);
            case DELIVERED, REJECTED, CANCELED -> List.of();
        };
    }

    /// Where an operator may move an order of this status.
    public List<Status> operatorMoves() {
        return switch (this) {
            case PENDING, RESERVED -> List.of(CANCELED);
            case PAID -> List.of(SHIPPED, CANCELED);
            case SHIPPED -> List.of(DELIVERED);
            case DELIVERED, REJECTED, CANCELED -> List.of();
        };
    }
}
