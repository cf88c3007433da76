package dev.encargo.orders.model;

import java.time.Instant;

/// An attention that another part of Encargo has raised, with its reason in words.
public record Alert(String attention, String reason, Instant at) {

    /// Whether these facts show that what was raised is over.
    boolean settledBy(Facts facts) {
        return switch (attention) {
            case Attention.FULFILMENT_FAILED, Attention.INVOICE_DELAYED ->
                facts.undone() || facts.has(FactKind.INVOICE_ISSUED);
            case Attention.AMOUNT_MISMATCH -> facts.undone();
            case Attention.PARCEL_LEFT -> false;
            default -> facts.undone() || facts.dispatched();
        };
    }
}
