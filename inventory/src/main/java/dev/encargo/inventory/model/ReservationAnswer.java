package dev.encargo.inventory.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the warehouse says about a reservation's key, in a notice or in an answer.
public sealed interface ReservationAnswer {

    /// It was accepted and is not decided.
    record Pending() implements ReservationAnswer {}

    record Reserved(String reference) implements ReservationAnswer {}

    record Refused(String reason, List<String> skus) implements ReservationAnswer {
        public Refused {
            skus = List.copyOf(skus);
        }
    }

    /// Nothing is held under the key and nothing ever will be. `reference` names what was given back, null when
    /// there was nothing.
    record Released(@Nullable String reference) implements ReservationAnswer {}

    /// The goods have left the warehouse.
    record Sold() implements ReservationAnswer {}
}
