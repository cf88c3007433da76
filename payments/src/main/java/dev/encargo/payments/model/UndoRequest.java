package dev.encargo.payments.model;

import dev.encargo.contracts.UndoReason;

/// The input of the workflow UndoOrder.
public record UndoRequest(int v, String orderId, UndoReason reason) {}
