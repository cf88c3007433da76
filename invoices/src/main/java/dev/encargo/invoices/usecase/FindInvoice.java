package dev.encargo.invoices.usecase;

import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.PaperArchive;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.Principal;
import java.net.URI;

/// Finds the paper of an order and gives a link to it, to those who may see it.
public final class FindInvoice {
    private final Invoices invoices;
    private final PaperArchive archive;

    public FindInvoice(Platform platform) {
        this.invoices = new Invoices(platform);
        this.archive = new PaperArchive(platform);
    }

    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /// `caller` is who asks.
    public record Request(String orderId, Kind kind, Principal caller) {}

    public sealed interface Found {
        record Paper(URI link) implements Found {}

        /// There is nothing (yet) that the caller may see.
        record NotYet() implements Found {}

        /// There is none, and as the order stands there will be none.
        record None() implements Found {}
    }

    public Found handle(Request request) {
        return switch (invoices.find(request.orderId()).orElse(null)) {
            case Invoice.Numbered invoice
            when request.caller().maySee(invoice.bill().customerId()) -> paper(invoice, request.kind());
            case Invoice.Closed _ when request.caller().operator() -> new Found.None();
            case Invoice.Numbered _, Invoice.Drafted _, Invoice.Closed _ -> new Found.NotYet();
            case null -> new Found.NotYet();
        };
    }

    private Found paper(Invoice.Numbered invoice, Kind kind) {
        return switch (kind) {
            case INVOICE -> paper(invoice.document());
            case CREDIT_NOTE ->
                switch (invoice) {
                    case Invoice.Credited credited -> paper(credited.creditNote());
                    case Invoice.Crediting _ -> new Found.NotYet();
                    case Invoice.Issued _ -> new Found.None();
                };
        };
    }

    private Found paper(Filed document) {
        return new Found.Paper(archive.link(document));
    }
}
