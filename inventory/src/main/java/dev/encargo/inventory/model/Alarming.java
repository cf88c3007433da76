package dev.encargo.inventory.model;

import dev.encargo.platform.documents.Transition;
import org.jspecify.annotations.Nullable;

/// Calls a person, once, when a step has failed several times. The step is tried further.
public final class Alarming {
    private static final int PATIENCE = 3;

    private Alarming() {}

    public static boolean isDue(int retryCount) {
        return retryCount >= PATIENCE;
    }

    public static Transition<Stock, Boolean> alarm(@Nullable Stock stock, String step, int retryCount) {
        if (stock == null || stock.alarmed() || !(Stopping.mustAsk(stock) || Releasing.mustAsk(stock))) {
            return Transition.none(stock, false);
        }
        return new StockDraft(stock)
                .alarm("COMPENSATION_FAILED", step + " has failed " + retryCount + " times and is tried further")
                .as(true);
    }
}
