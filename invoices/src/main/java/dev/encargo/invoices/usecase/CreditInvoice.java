package dev.encargo.invoices.usecase;

import dev.encargo.invoices.model.Claim;
import dev.encargo.invoices.model.Crediting;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.model.Series;
import dev.encargo.invoices.pdf.Papers;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.LegalCalendar;
import dev.encargo.invoices.store.Numbers;
import dev.encargo.invoices.store.PaperArchive;
import dev.encargo.platform.Platform;
import dev.encargo.platform.documents.Decision;
import java.util.Optional;

/// Undoes the invoice of an order: closes what was never drafted, credits what is issued, and issues first what is
/// drafted.
public final class CreditInvoice {
    private final Invoices invoices;
    private final IssueDraft issueDraft;
    private final Numbers numbers;
    private final PaperArchive archive;
    private final LegalCalendar calendar;

    public CreditInvoice(Platform platform) {
        this.invoices = new Invoices(platform);
        this.issueDraft = new IssueDraft(platform);
        this.numbers = new Numbers(platform, invoices);
        this.archive = new PaperArchive(platform);
        this.calendar = new LegalCalendar(platform);
    }

    public record Request(String orderId, String reason) {}

    public sealed interface Outcome {
        /// `creditNote` cancels `invoice` in full.
        record Credited(String invoice, String creditNote) implements Outcome {}

        record Closed() implements Outcome {}
    }

    public Outcome handle(Request request) {
        return undo(invoices.change(request.orderId(), current -> Crediting.close(current, request.reason())), request);
    }

    private Outcome undo(Invoice invoice, Request request) {
        return switch (invoice) {
            case Invoice.Closed _ -> new Outcome.Closed();
            case Invoice.Drafted drafted -> undo(issueDraft.handle(drafted), request);
            case Invoice.Issued issued -> undo(start(issued, request), request);
            case Invoice.Crediting crediting -> undo(credit(crediting), request);
            case Invoice.Credited credited ->
                new Outcome.Credited(
                        credited.document().number(), credited.creditNote().number());
        };
    }

    private Invoice start(Invoice.Issued issued, Request request) {
        Series series = Series.ofCredits(issued.series(), calendar.today());
        return invoices.advance(request.orderId(), current -> Crediting.start(current, series, request.reason()));
    }

    private Invoice credit(Invoice.Crediting crediting) {
        String orderId = crediting.bill().orderId();
        Optional<Claim> claim = numbers.claim(crediting.series(), orderId);
        if (claim.isEmpty()) {
            return invoices.advance(orderId, current -> Decision.keep(current.body()));
        }
        Filed creditNote = file(crediting, claim.get());
        return invoices.advance(orderId, current -> Crediting.credit(current, creditNote));
    }

    private Filed file(Invoice.Crediting crediting, Claim claim) {
        String number = crediting.series().number(claim.position());
        return archive.keep(
                crediting.series(),
                claim,
                Papers.creditNote(crediting.bill(), crediting.document(), number, claim.date()));
    }
}
