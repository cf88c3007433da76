package dev.encargo.invoices.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.Versioned;
import dev.encargo.platform.effects.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides about issuing. Each decision's outcome is the invoice as it then stands.
public final class Issuing {

    private Issuing() {}

    /// Drafts the invoice unless there is one or it is closed.
    public static Decision<Invoice, Invoice> draft(@Nullable Versioned<Invoice> current, Bill bill, Series series) {
        if (current != null) {
            return Decision.keep(current.body());
        }
        Invoice drafted = new Invoice.Drafted(bill, series);
        return Decision.write(drafted, 1, List.of(), drafted);
    }

    /// Makes the drafted invoice an issued one, and says so, once.
    public static Decision<Invoice, Invoice> issue(Versioned<Invoice> current, Filed document) {
        if (!(current.body() instanceof Invoice.Drafted drafted)) {
            return Decision.keep(current.body());
        }
        Invoice.Issued issued = drafted.issue(document);
        @Nullable Confidential buyer = drafted.bill().buyer();
        return Decision.write(
                issued, current.version() + 1, List.of(new Intent.Publish(issued.event(), 1, buyer)), issued);
    }
}
