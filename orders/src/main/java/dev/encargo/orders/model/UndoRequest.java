package dev.encargo.orders.model;

import dev.encargo.contracts.UndoReason;

/// The input of the workflow UndoOrder, whose execution is named for the order.
public record UndoRequest(int v, String orderId, UndoReason reason) {
    public static final String WORKFLOW = "UndoOrder";
}
