package dev.encargo.invoices.usecase;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.OrderEvent.OrderCreated;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.model.Issuing;
import dev.encargo.invoices.model.Seller;
import dev.encargo.invoices.model.Series;
import dev.encargo.invoices.store.Invoices;
import dev.encargo.invoices.store.LegalCalendar;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Settings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Issues the invoice of an order that has been paid: drafts it, numbers it, draws and keeps it, and says so.
public final class IssueInvoice {
    private final Invoices invoices;
    private final IssueDraft issueDraft;
    private final Settings settings;
    private final LegalCalendar calendar;

    public IssueInvoice(Platform platform) {
        this.invoices = new Invoices(platform);
        this.issueDraft = new IssueDraft(platform);
        this.settings = platform.settings();
        this.calendar = new LegalCalendar(platform);
    }

    public record Request(
            String orderId,
            Instant ordered,
            OrderCreated order,
            @Nullable Confidential buyer) {}

    public sealed interface Outcome {
        record Issued(String number) implements Outcome {}

        /// It had been issued before.
        record Known(String number) implements Outcome {}

        record Closed() implements Outcome {}
    }

    public Outcome handle(Request request) {
        Series series = Series.of(settings.get("invoice-series"), calendar.today());
        Bill bill = bill(request);
        return switch (invoices.change(request.orderId(), current -> Issuing.draft(current, bill, series))) {
            case Invoice.Drafted drafted ->
                new Outcome.Issued(issueDraft.handle(drafted).document().number());
            case Invoice.Numbered known -> new Outcome.Known(known.document().number());
            case Invoice.Closed _ -> new Outcome.Closed();
        };
    }

    private Bill bill(Request request) {
        OrderCreated order = request.order();
        @Nullable
        Confidential buyer = request.buyer() == null ? null : request.buyer().withoutPaymentMethod();
        Seller seller =
                new Seller(settings.get("seller-name"), settings.get("seller-address"), settings.get("seller-tax-id"));
        return new Bill(
                request.orderId(),
                calendar.dateOf(request.ordered()),
                order.customerId(),
                order.lines(),
                order.totals(),
                buyer,
                seller);
    }
}
