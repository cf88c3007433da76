package dev.encargo.invoices.store;

/// The host ended the call while it waited for its number. Nothing was claimed by it; it may be called again.
public final class WaitInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WaitInterrupted(InterruptedException cause) {
        super("interrupted while waiting for an invoice number", cause);
    }
}
