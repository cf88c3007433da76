package dev.encargo.invoices.store;

import dev.encargo.invoices.model.Invoice;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Versioned;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The invoices, one document per order; its id is the order's.
public final class Invoices {
    public static final String COLLECTION = "invoices";

    private final DocumentStore<Invoice> store;

    public Invoices(Platform platform) {
        this.store = new DocumentStore<>(platform, COLLECTION, Invoice.class);
    }

    public Optional<Invoice> find(String orderId) {
        return store.get(orderId).map(Versioned::body);
    }

    /// Decides about the invoice, which may be absent (null).
    public Invoice change(String orderId, Function<@Nullable Versioned<Invoice>, Decision<Invoice, Invoice>> decide) {
        return store.change(orderId, decide);
    }

    /// Decides about the invoice, which exists.
    public Invoice advance(String orderId, Function<Versioned<Invoice>, Decision<Invoice, Invoice>> decide) {
        return store.change(orderId, current -> decide.apply(present(orderId, current)));
    }

    private static Versioned<Invoice> present(String orderId, @Nullable Versioned<Invoice> current) {
        if (current == null) {
            throw new InvoiceMissing(orderId);
        }
        return current;
    }
}
