package dev.encargo.invoices.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Totals;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an invoice says but for its number and date: enough to draw it again, byte for byte, without asking
/// anybody.
@Json
public record Bill(
        String orderId,
        LocalDate ordered,
        String customerId,
        List<Line> lines,
        Totals totals,
        @Nullable Confidential buyer,
        Seller seller) {

    public Bill {
        lines = List.copyOf(lines);
    }
}
