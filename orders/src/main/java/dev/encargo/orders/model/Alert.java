package dev.encargo.orders.model;

import java.time.Instant;

/// An attention that another part of Encargo has raised, with its reason in words.
public record Alert(String attention, String reason, Instant at) {

    /// Whether these facts show that what was raised is over.
    boolean settledBy(Facts facts) {
        if (facts.undone()) {
            return true;
        }
        return switch (attention) {
            case Attention.FULFILMENT_FAILED, Attention.INVOICE_DELAYED -> facts.has(FactKind.INVOICE_ISSUED);
            case Attention.REFUND_PENDING, Attention.COMPENSATION_FAILED -> facts.dispatched();
            default -> facts.dispatched() || facts.has(FactKind.SHIPMENT_DELIVERED);
        };
    }
}
