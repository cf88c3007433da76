package dev.encargo.orders.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fact with its time and the id of the event that brought it; null when a caller of this context brought it.
/// `sequence` is that of the order's own event that announces it.
public record KnownFact(
        Fact fact,
        Instant at,
        @Nullable String eventId,
        @Nullable Long sequence) {

    public FactKind kind() {
        return fact.kind();
    }
}
