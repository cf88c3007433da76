package dev.encargo.invoices.store;

/// An invoice that had been read is no longer there: documents are never deleted, so the store has lost one.
public final class InvoiceMissing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String orderId;

    public InvoiceMissing(String orderId) {
        super("the invoice of " + orderId + " has vanished from the store");
        this.orderId = orderId;
    }

    public String orderId() {
        return orderId;
    }
}
