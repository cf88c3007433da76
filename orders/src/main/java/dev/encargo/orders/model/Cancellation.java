package dev.encargo.orders.model;

import java.time.Instant;

/// A cancel that was asked for and what became of it.
public record Cancellation(Instant askedAt, Outcome outcome) {

    public enum Outcome {
        PENDING,
        DONE,
        TOO_LATE
    }
}
