package dev.encargo.orders.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The story of one order, from its document alone, oldest first.
public final class Timeline {

    private Timeline() {}

    public enum State {
        APPLIED,
        /// Waits for a predecessor.
        WAITING,
        /// Came after the order had ended: kept, and changes nothing.
        LATE,
        /// Says otherwise than a fact that is known.
        CONFLICTING
    }

    /// One thing that happened: `code` for machines, `text` for people, `references` by name. `eventId` is the
    /// event that brought it.
    public record Entry(
            Instant at,
            String code,
            String text,
            State state,
            @Nullable String eventId,
            @Nullable Long version,
            @Nullable Long sequence,
            Map<String, String> references) {}

    public static List<Entry> of(Order order) {
        List<Entry> entries = new ArrayList<>();
        Instant placed = order.terms().placedAt();
        entries.add(new Entry(placed, "ORDER_PLACED", "The order was placed", State.APPLIED, null, 1L, 1L, Map.of()));
        order.facts().known().forEach(fact -> entries.add(entry(fact, state(order, fact))));
        order.conflicts().forEach(fact -> entries.add(entry(fact, State.CONFLICTING)));
        order.alerts().forEach(alert -> entries.add(entry(alert)));
        order.history().forEach(step -> entries.add(entry(step)));
        entries.sort(Comparator.comparing(Entry::at));
        return List.copyOf(entries);
    }

    private static State state(Order order, KnownFact fact) {
        boolean ended = order.status().isFinal();
        if (order.facts().waitsFor(fact.kind())) {
            return ended ? State.LATE : State.WAITING;
        }
        return ended && fact.at().isAfter(order.history().getLast().at()) ? State.LATE : State.APPLIED;
    }

    private static Entry entry(KnownFact known, State state) {
        Words words = Words.of(known.fact());
        return new Entry(
                known.at(),
                known.kind().name(),
                words.text(),
                state,
                known.eventId(),
                null,
                known.sequence(),
                words.references());
    }

    private static Entry entry(Alert alert) {
        return new Entry(
                alert.at(),
                "ATTENTION_RAISED",
                "A person should look: " + alert.reason(),
                State.APPLIED,
                null,
                null,
                null,
                Map.of("attention", alert.attention()));
    }

    private static Entry entry(Step step) {
        return new Entry(
                step.at(),
                "STATUS_CHANGED",
                "The order is " + step.to() + " (it was " + step.from() + ")",
                State.APPLIED,
                null,
                step.version(),
                step.sequence(),
                Map.of("from", step.from().name(), "to", step.to().name()));
    }
}
