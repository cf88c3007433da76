package dev.encargo.orders.store;

import dev.encargo.orders.model.Fact;
import io.avaje.jsonb.Json;

/// How a fact is written: its kind beside its fields.
@Json.Import(
        value = Fact.class,
        subtypes = {
            @Json.SubType(type = Fact.StockReserved.class, name = "StockReserved"),
            @Json.SubType(type = Fact.StockRefused.class, name = "StockRefused"),
            @Json.SubType(type = Fact.PaymentCaptured.class, name = "PaymentCaptured"),
            @Json.SubType(type = Fact.PaymentDeclined.class, name = "PaymentDeclined"),
            @Json.SubType(type = Fact.InvoiceIssued.class, name = "InvoiceIssued"),
            @Json.SubType(type = Fact.ShipmentRequested.class, name = "ShipmentRequested"),
            @Json.SubType(type = Fact.DispatchRecorded.class, name = "DispatchRecorded"),
            @Json.SubType(type = Fact.ShipmentDispatched.class, name = "ShipmentDispatched"),
            @Json.SubType(type = Fact.DeliveryRecorded.class, name = "DeliveryRecorded"),
            @Json.SubType(type = Fact.ShipmentDelivered.class, name = "ShipmentDelivered"),
            @Json.SubType(type = Fact.CancelAsked.class, name = "CancelAsked"),
            @Json.SubType(type = Fact.InvoiceCredited.class, name = "InvoiceCredited"),
            @Json.SubType(type = Fact.PaymentRefunded.class, name = "PaymentRefunded"),
            @Json.SubType(type = Fact.StockReleased.class, name = "StockReleased"),
            @Json.SubType(type = Fact.OrderUndone.class, name = "OrderUndone")
        })
final class FactJson {

    private FactJson() {}
}
