package dev.encargo.invoices.model;

import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.Versioned;
import dev.encargo.platform.effects.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides about crediting. Each decision's outcome is the invoice as it then stands.
public final class Crediting {

    private Crediting() {}

    /// Closes the invoice for good unless there is one.
    public static Decision<Invoice, Invoice> close(@Nullable Versioned<Invoice> current, String reason) {
        if (current != null) {
            return Decision.keep(current.body());
        }
        Invoice closed = new Invoice.Closed(reason);
        return Decision.write(closed, 1, List.of(), closed);
    }

    /// Begins to credit an issued invoice with a credit note of `series`.
    public static Decision<Invoice, Invoice> start(Versioned<Invoice> current, Series series, String reason) {
        if (!(current.body() instanceof Invoice.Issued issued)) {
            return Decision.keep(current.body());
        }
        Invoice crediting = issued.startCredit(series, reason);
        return Decision.write(crediting, current.version() + 1, List.of(), crediting);
    }

    /// Makes the invoice a credited one, and says so, once.
    public static Decision<Invoice, Invoice> credit(Versioned<Invoice> current, Filed creditNote) {
        if (!(current.body() instanceof Invoice.Crediting crediting)) {
            return Decision.keep(current.body());
        }
        Invoice.Credited credited = crediting.credit(creditNote);
        return Decision.write(
                credited, current.version() + 1, List.of(new Intent.Publish(credited.event(), 2, null)), credited);
    }
}
