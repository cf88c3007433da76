package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Delay;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.DocumentStore;

/// The orders whose invoice was delayed, a document each beside the invoice, which may not exist yet.
public final class Delays {
    public static final String COLLECTION = "invoice-delays";

    private final DocumentStore<Delay> store;

    public Delays(Platform platform) {
        this.store = new DocumentStore<>(platform, COLLECTION, Delay.class);
    }

    /// Calls for a person's look when a step has failed several times, once for an order.
    public void afterRetries(String orderId, int retries) {
        if (Delay.isDue(retries)) {
            store.transit(orderId, known -> Delay.raise(known, orderId, retries));
        }
    }
}
