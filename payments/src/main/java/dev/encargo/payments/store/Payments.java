package dev.encargo.payments.store;

import dev.encargo.payments.model.Payment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Transition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Payment documents, by order id.
public final class Payments {
    public static final String COLLECTION = "payment";

    public static final List<String> INDEXES = List.of();

    private final DocumentStore<Payment> documents;

    public Payments(Platform platform) {
        this.documents = new DocumentStore<>(platform, COLLECTION, Payment.class);
    }

    /// Applies a transition, anew on every conflict; what it asks the provider is asked anew, too.
    public <R> R transit(String orderId, Function<@Nullable Payment, Transition<Payment, R>> transition) {
        return documents.transit(orderId, transition);
    }
}
