package dev.encargo.orders.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Totals;
import java.time.Instant;
import java.util.List;

/// What was ordered, by whom, for how much: fixed when the order is placed. `contact` never holds the payment
/// method.
public record Terms(
        String id,
        String customerId,
        String currency,
        List<Line> lines,
        Totals totals,
        Confidential contact,
        Instant placedAt) {

    public Terms {
        lines = List.copyOf(lines);
        contact = contact.withoutPaymentMethod();
    }
}
