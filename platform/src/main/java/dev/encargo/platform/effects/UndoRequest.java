package dev.encargo.platform.effects;

import dev.encargo.contracts.UndoReason;
import io.avaje.jsonb.Json;

/// The input of the workflow UndoOrder, whose execution is named for the order.
@Json
public record UndoRequest(int v, String orderId, UndoReason reason) {
    private static final String WORKFLOW = "UndoOrder";

    /// The intent to undo an order, part of the write that ends its hope.
    public static Intent start(String orderId, UndoReason reason) {
        return new Intent.Start(WORKFLOW, orderId, new UndoRequest(1, orderId, reason));
    }
}
