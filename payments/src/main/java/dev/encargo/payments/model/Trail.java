package dev.encargo.payments.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.platform.effects.WaitingStep;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a payment keeps through all its states. `customer` is what a mail about a refund needs; `waiting` the
/// newest step that asked for the money, the only one to be answered, absent while none has asked; `alarmed`
/// whether a person was called; `sequence` counts published events; `notices` are the newest raw bodies.
@Json
public record Trail(
        String orderId,
        @Nullable Confidential customer,
        @Nullable WaitingStep waiting,
        boolean alarmed,
        long sequence,
        List<String> notices) {

    public Trail {
        notices = List.copyOf(notices);
    }

    public static Trail of(String orderId, @Nullable Confidential customer, @Nullable WaitingStep waiting) {
        return new Trail(orderId, customer, waiting, false, 0, List.of());
    }

    /// Whether a later step than this one has asked.
    boolean supersedes(WaitingStep step) {
        return waiting != null && !step.equals(waiting) && !step.isLaterThan(waiting);
    }

    Trail awaitedBy(WaitingStep step) {
        return new Trail(orderId, customer, step, alarmed, sequence, notices);
    }

    Trail alarm() {
        return new Trail(orderId, customer, waiting, true, sequence, notices);
    }

    Trail publishing() {
        return new Trail(orderId, customer, waiting, alarmed, sequence + 1, notices);
    }

    Trail noting(List<String> bodies) {
        return new Trail(orderId, customer, waiting, alarmed, sequence, bodies);
    }
}
