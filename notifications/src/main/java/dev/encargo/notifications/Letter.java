package dev.encargo.notifications;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Figures;
import dev.encargo.contracts.InventoryEvent.OrderUndone;
import dev.encargo.contracts.InventoryEvent.ShipmentDelivered;
import dev.encargo.contracts.InventoryEvent.ShipmentDispatched;
import dev.encargo.contracts.InventoryEvent.ShipmentRequested;
import dev.encargo.contracts.InventoryEvent.StockRefused;
import dev.encargo.contracts.InventoryEvent.StockReleased;
import dev.encargo.contracts.InventoryEvent.StockReserved;
import dev.encargo.contracts.InvoiceEvent.InvoiceCredited;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.OrderEvent.OrderCancelRequested;
import dev.encargo.contracts.OrderEvent.OrderCreated;
import dev.encargo.contracts.OrderEvent.OrderDispatchRecorded;
import dev.encargo.contracts.OrderEvent.OrderStatusChanged;
import dev.encargo.contracts.PaymentEvent.PaymentCaptured;
import dev.encargo.contracts.PaymentEvent.PaymentDeclined;
import dev.encargo.contracts.PaymentEvent.PaymentRefunded;
import dev.encargo.contracts.Totals;
import dev.encargo.platform.event.CloudEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a mail says, in the customer's language and before any markup. `orderId` and `invoice` are ours; `name` and
/// the lines' texts come from outside.
record Letter(
        String orderId,
        String subject,
        String heading,
        List<String> paragraphs,
        @Nullable String name,
        List<Line> lines,
        @Nullable Totals totals,
        List<Link> links,
        Phrases phrases) {

    enum Link {
        INVOICE,
        CREDIT_NOTE
    }

    Letter {
        paragraphs = List.copyOf(paragraphs);
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /// The letter about an event; empty when customers are not told about it.
    static Optional<Letter> about(CloudEvent event) {
        @Nullable Confidential customer = event.confidential();
        Phrases phrases = Phrases.of(Figures.of(customer == null ? null : customer.locale()));
        Draft draft = new Draft(event.subject(), customer == null ? null : customer.name(), phrases);
        return switch (event.data()) {
            case InvoiceIssued issued -> Optional.of(draft.paid(issued));
            case OrderStatusChanged changed -> draft.moved(changed);
            case PaymentRefunded refunded -> refunded.late() ? Optional.of(draft.refunded(refunded)) : Optional.empty();
            case OrderCreated _, OrderCancelRequested _, OrderDispatchRecorded _ -> Optional.empty();
            case StockReserved _, StockRefused _, StockReleased _, OrderUndone _ -> Optional.empty();
            case ShipmentRequested _, ShipmentDispatched _, ShipmentDelivered _ -> Optional.empty();
            case PaymentCaptured _, PaymentDeclined _, InvoiceCredited _ -> Optional.empty();
        };
    }

    Figures figures() {
        return phrases.figures();
    }

    String greeting() {
        return name == null || name.isBlank()
                ? phrases.hello()
                : phrases.helloTo().formatted(Plain.line(name));
    }

    private record Draft(String orderId, @Nullable String name, Phrases phrases) {

        Letter paid(InvoiceIssued issued) {
            return letter(
                    phrases.paid(),
                    List.of(phrases.paidText().formatted(issued.number())),
                    issued.lines(),
                    issued.totals(),
                    List.of(Link.INVOICE));
        }

        Optional<Letter> moved(OrderStatusChanged changed) {
            return switch (changed.to()) {
                case "SHIPPED" ->
                    Optional.of(told(changed, phrases.shipped(), phrases.shippedText(), List.of(Link.INVOICE)));
                case "REJECTED" ->
                    Optional.of(told(changed, phrases.rejected(), phrases.rejection(changed), List.of()));
                case "CANCELED" -> Optional.of(canceled(changed));
                default -> Optional.empty();
            };
        }

        private Letter canceled(OrderStatusChanged changed) {
            String text = changed.refunded() == null || changed.refunded().minor() == 0
                    ? phrases.canceledUnpaid()
                    : phrases.canceledPaid().formatted(phrases.figures().money(changed.refunded()));
            return changed.creditNote() == null
                    ? told(changed, phrases.canceled(), text, List.of())
                    : told(
                            changed,
                            phrases.canceled(),
                            text + " " + phrases.credited().formatted(changed.creditNote()),
                            List.of(Link.INVOICE, Link.CREDIT_NOTE));
        }

        Letter refunded(PaymentRefunded refunded) {
            String amount = phrases.figures().money(refunded.amount());
            return letter(
                    phrases.refunded(), List.of(phrases.refundedText().formatted(amount)), List.of(), null, List.of());
        }

        private Letter told(OrderStatusChanged changed, Phrases.Title title, String text, List<Link> links) {
            return letter(title, List.of(text), changed.lines(), changed.totals(), links);
        }

        private Letter letter(
                Phrases.Title title,
                List<String> paragraphs,
                List<Line> lines,
                @Nullable Totals totals,
                List<Link> links) {
            String subject = title.subject().formatted(orderId);
            return new Letter(orderId, subject, title.heading(), paragraphs, name, lines, totals, links, phrases);
        }
    }
}
