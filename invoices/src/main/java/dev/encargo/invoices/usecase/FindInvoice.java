package dev.encargo.invoices.usecase;

import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.PaperArchive;
import dev.encargo.platform.Platform;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

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

    /// `maySee` says whether the caller may see what belongs to a customer.
    public record Request(String orderId, Kind kind, Predicate<String> maySee) {}

    /// The link, or empty when there is nothing (yet) that the caller may see.
    public Optional<URI> handle(Request request) {
        return invoices.find(request.orderId())
                .flatMap(FindInvoice::numbered)
                .filter(numbered -> request.maySee().test(numbered.bill().customerId()))
                .flatMap(numbered -> paper(numbered, request.kind()))
                .map(archive::link);
    }

    private static Optional<Invoice.Numbered> numbered(Invoice invoice) {
        return invoice instanceof Invoice.Numbered numbered ? Optional.of(numbered) : Optional.empty();
    }

    private static Optional<Filed> paper(Invoice.Numbered invoice, Kind kind) {
        return switch (kind) {
            case INVOICE -> Optional.of(invoice.document());
            case CREDIT_NOTE ->
                invoice instanceof Invoice.Credited credited ? Optional.of(credited.creditNote()) : Optional.empty();
        };
    }
}
