package dev.encargo.invoices.usecase;

import dev.encargo.invoices.model.Claim;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.model.Issuing;
import dev.encargo.invoices.pdf.Papers;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.Numbers;
import dev.encargo.invoices.store.PaperArchive;
import dev.encargo.platform.Platform;
import java.util.Optional;

/// Issues what is drafted: number, paper, file, and only then the state. Run twice, at once or again, it issues the
/// same document.
final class IssueDraft {
    private final Invoices invoices;
    private final Numbers numbers;
    private final PaperArchive archive;

    IssueDraft(Platform platform) {
        this.invoices = new Invoices(platform);
        this.numbers = new Numbers(platform, invoices);
        this.archive = new PaperArchive(platform);
    }

    Invoice.Numbered handle(Invoice.Drafted drafted) {
        String orderId = drafted.bill().orderId();
        Optional<Claim> claim = numbers.claim(drafted.series(), orderId);
        if (claim.isEmpty()) {
            return numbered(orderId, invoices.find(orderId));
        }
        Filed document = file(drafted, claim.get());
        return numbered(orderId, Optional.of(invoices.advance(orderId, current -> Issuing.issue(current, document))));
    }

    private Filed file(Invoice.Drafted drafted, Claim claim) {
        String number = drafted.series().number(claim.position());
        return archive.keep(drafted.series(), claim, Papers.invoice(drafted.bill(), number, claim.date()));
    }

    private static Invoice.Numbered numbered(String orderId, Optional<Invoice> invoice) {
        return switch (invoice.orElse(null)) {
            case Invoice.Numbered numbered -> numbered;
            case Invoice.Drafted _, Invoice.Closed _ -> throw new DraftLost(orderId);
            case null -> throw new DraftLost(orderId);
        };
    }
}
