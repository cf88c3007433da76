package dev.encargo.orders.model;

import dev.encargo.contracts.Event;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InvoiceEvent;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.PaymentEvent;
import java.util.Optional;

/// What an order learns from another context's event.
public final class EventFacts {

    private EventFacts() {}

    /// The fact in `event`; none in the order's own events.
    public static Optional<Fact> of(Event event) {
        return switch (event) {
            case OrderEvent _ -> Optional.empty();
            case InventoryEvent inventory -> Optional.of(of(inventory));
            case PaymentEvent payment -> Optional.of(of(payment));
            case InvoiceEvent invoice -> Optional.of(of(invoice));
        };
    }

    private static Fact of(InventoryEvent event) {
        return switch (event) {
            case InventoryEvent.StockReserved(String reference) -> new Fact.StockReserved(reference);
            case InventoryEvent.StockRefused refused -> new Fact.StockRefused(refused.reason(), refused.skus());
            case InventoryEvent.StockReleased(String reference) -> new Fact.StockReleased(reference);
            case InventoryEvent.ShipmentRequested(String reference) -> new Fact.ShipmentRequested(reference);
            case InventoryEvent.ShipmentDispatched(String reference) -> new Fact.ShipmentDispatched(reference);
            case InventoryEvent.ShipmentDelivered(String reference) -> new Fact.ShipmentDelivered(reference);
            case InventoryEvent.OrderUndone undone ->
                new Fact.OrderUndone(undone.reason(), undone.refunded(), undone.creditNote());
        };
    }

    private static Fact of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.PaymentCaptured captured ->
                new Fact.PaymentCaptured(captured.amount(), captured.reference());
            case PaymentEvent.PaymentDeclined declined ->
                new Fact.PaymentDeclined(declined.reason(), declined.captured());
            case PaymentEvent.PaymentRefunded refunded ->
                new Fact.PaymentRefunded(refunded.amount(), refunded.reference(), refunded.late());
        };
    }

    private static Fact of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceEvent.InvoiceIssued issued ->
                new Fact.InvoiceIssued(
                        issued.number(), issued.date(), issued.totals().gross());
            case InvoiceEvent.InvoiceCredited credited ->
                new Fact.InvoiceCredited(credited.number(), credited.creditNote(), credited.date(), credited.gross());
        };
    }
}
