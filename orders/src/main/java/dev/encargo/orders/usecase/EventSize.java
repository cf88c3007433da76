package dev.encargo.orders.usecase;

import dev.encargo.contracts.Line;
import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Order;
import dev.encargo.platform.Trace;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.event.Events;
import java.nio.charset.StandardCharsets;

/// Keeps orders out whose events would exceed 60 KB. The first event is the measure; 2 KB are left for what later
/// events add.
final class EventSize {
    private static final int LIMIT = 58 * 1024;
    private static final int PER_LINE = 320;
    private static final int PER_ORDER = 8 * 1024;
    private static final int BYTES_PER_CHAR = 6;

    boolean fits(Change placed) {
        return surelyFits(placed.order()) || encoded(placed) <= LIMIT;
    }

    /// Holds without encoding anything for all but unusual orders.
    private static boolean surelyFits(Order order) {
        int bound = PER_ORDER;
        for (Line line : order.terms().lines()) {
            int description =
                    line.description() == null ? 0 : line.description().length();
            bound += PER_LINE + BYTES_PER_CHAR * (line.sku().length() + description);
        }
        return bound <= LIMIT;
    }

    private static int encoded(Change placed) {
        return placed.intents().stream()
                .filter(Intent.Publish.class::isInstance)
                .map(Intent.Publish.class::cast)
                .mapToInt(publish -> bytes(placed.order(), publish))
                .max()
                .orElse(0);
    }

    private static int bytes(Order order, Intent.Publish publish) {
        return Events.message(
                        "evt_00000000000000000000000000",
                        publish.event(),
                        order.updatedAt(),
                        order.id(),
                        publish.sequence(),
                        Trace.parent(),
                        publish.confidential())
                .detail()
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }
}
