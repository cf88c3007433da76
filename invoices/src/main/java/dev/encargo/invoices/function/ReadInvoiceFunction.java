package dev.encargo.invoices.function;

import dev.encargo.invoices.usecase.FindInvoice;
import dev.encargo.invoices.usecase.FindInvoice.Found;
import dev.encargo.invoices.usecase.FindInvoice.Kind;
import dev.encargo.platform.Ids;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import dev.encargo.platform.function.Problem;
import java.util.List;

/// `GET /orders/{id}/invoice[?kind=credit-note]`: 303 to a link that is good for five minutes.
public final class ReadInvoiceFunction extends ApiFunction {
    private final FindInvoice findInvoice;

    public ReadInvoiceFunction() {
        this(Platform.current());
    }

    ReadInvoiceFunction(Platform platform) {
        super(platform);
        this.findInvoice = new FindInvoice(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        Kind kind = kind(request);
        if (!Ids.isOne("ord", request.pathValue("id"))) {
            throw Problem.of(404, "order-not-found", "There is no such order");
        }
        FindInvoice.Request wanted = new FindInvoice.Request(request.pathValue("id"), kind, request.principal());
        return switch (findInvoice.handle(wanted)) {
            case Found.Paper paper ->
                ApiResponse.empty(303).with("Location", paper.link().toString()).with("Cache-Control", "no-store");
            case Found.NotYet _ -> throw notIssued(kind).header("Retry-After", "5");
            case Found.None _ -> throw notIssued(kind);
        };
    }

    private static Kind kind(ApiRequest request) {
        return switch (request.queryValue("kind").orElse("invoice")) {
            case "invoice" -> Kind.INVOICE;
            case "credit-note" -> Kind.CREDIT_NOTE;
            default ->
                throw Problem.of(400, "invalid-parameter", "There is no such kind of document")
                        .errors(List.of(new Problem.FieldError("kind", "must be invoice or credit-note")));
        };
    }

    private static Problem notIssued(Kind kind) {
        return switch (kind) {
            case INVOICE ->
                Problem.of(404, "invoice-not-issued", "There is no invoice for this order")
                        .detail("An invoice is issued as soon as the order is paid."
                                + " An order that ends before has none: its status says so.");
            case CREDIT_NOTE ->
                Problem.of(404, "credit-note-not-issued", "There is no credit note for this order")
                        .detail("A credit note is issued when an invoiced order is undone.");
        };
    }
}
