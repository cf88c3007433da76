package dev.encargo.inventory.model;

import dev.encargo.contracts.UndoReason;

/// The errors that a waiting step is answered with.
final class Refusals {
    static final String REFUSED = "StockRefused";
    static final String DUPLICATE = "Duplicate";

    private Refusals() {}

    static String closed(UndoReason reason) {
        return reason == UndoReason.Canceled ? "OrderCanceled" : "Closed";
    }
}
