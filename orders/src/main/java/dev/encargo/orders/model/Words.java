package dev.encargo.orders.model;

import dev.encargo.contracts.Money;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A fact in business words, with what it refers to by name.
record Words(String text, Map<String, String> references) {

    static Words of(Fact fact) {
        return switch (fact) {
            case Fact.StockReserved(String reference) -> stock("The goods are reserved", reference);
            case Fact.StockRefused refused ->
                words("The warehouse lacks goods", "reason", refused.reason())
                        .and("skus", String.join(", ", refused.skus()));
            case Fact.PaymentCaptured(Money amount, String reference) ->
                paid("The payment of " + amount + " was taken", reference, amount);
            case Fact.PaymentDeclined declined ->
                words("The payment was declined", "reason", declined.reason())
                        .and("captured", text(declined.captured()));
            case Fact.InvoiceIssued issued ->
                words("The invoice " + issued.number() + " was issued", "invoice", issued.number())
                        .and("date", issued.date().toString())
                        .and("gross", issued.gross().toString());
            case Fact.ShipmentRequested(String reference) ->
                parcel("The warehouse was asked to send the parcel", reference);
            case Fact.DispatchRecorded(String by) -> words("The parcel was handed over by hand", "by", by);
            case Fact.ShipmentDispatched(String reference) -> parcel("The parcel has left the warehouse", reference);
            case Fact.DeliveryRecorded(String by) -> words("The arrival of the parcel was recorded by hand", "by", by);
            case Fact.ShipmentDelivered(String reference) -> parcel("The parcel has arrived", reference);
            case Fact.CancelAsked asked ->
                words("A cancel was asked for", "by", asked.by()).and("reason", asked.motive());
            case Fact.InvoiceCredited credited ->
                words("The invoice " + credited.number() + " was credited", "invoice", credited.number())
                        .and("creditNote", credited.creditNote())
                        .and("date", credited.date().toString())
                        .and("gross", credited.gross().toString());
            case Fact.PaymentRefunded refunded ->
                paid("The payment of " + refunded.amount() + " was given back", refunded.reference(), refunded.amount())
                        .and("late", refunded.late() ? "true" : null);
            case Fact.StockReleased(String reference) -> stock("The goods are released", reference);
            case Fact.OrderUndone undone ->
                words(
                        "Everything was undone: nothing is owed",
                        "reason",
                        undone.cause().name());
        };
    }

    private Words and(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(references);
        more.put(name, value);
        return new Words(text, more);
    }

    private static Words words(String text, String name, String value) {
        return new Words(text, Map.of(name, value));
    }

    private static Words stock(String text, String reference) {
        return words(text, "reservation", reference);
    }

    private static Words parcel(String text, String reference) {
        return words(text, "shipment", reference);
    }

    private static Words paid(String text, String reference, Money amount) {
        return words(text, "payment", reference).and("amount", amount.toString());
    }

    private static @Nullable String text(@Nullable Money amount) {
        return amount == null ? null : amount.toString();
    }
}
