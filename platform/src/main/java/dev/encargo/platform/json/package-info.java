/// JSON by generated code.
@Json.Import({
    Address.class,
    Confidential.class,
    Line.class,
    Money.class,
    TaxShare.class,
    Totals.class,
    OrderEvent.OrderCreated.class,
    OrderEvent.OrderStatusChanged.class,
    OrderEvent.OrderCancelRequested.class,
    OrderEvent.OrderDispatchRecorded.class,
    InventoryEvent.StockReserved.class,
    InventoryEvent.StockRefused.class,
    InventoryEvent.StockReleased.class,
    InventoryEvent.ShipmentRequested.class,
    InventoryEvent.ShipmentDispatched.class,
    InventoryEvent.ShipmentDelivered.class,
    InventoryEvent.OrderUndone.class,
    PaymentEvent.PaymentCaptured.class,
    PaymentEvent.PaymentDeclined.class,
    PaymentEvent.PaymentRefunded.class,
    InvoiceEvent.InvoiceIssued.class,
    InvoiceEvent.InvoiceCredited.class
})
@NullMarked
package dev.encargo.platform.json;

import dev.encargo.contracts.Address;
import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InvoiceEvent;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.contracts.TaxShare;
import dev.encargo.contracts.Totals;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
