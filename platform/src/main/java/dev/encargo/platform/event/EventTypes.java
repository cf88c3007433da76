package dev.encargo.platform.event;

import dev.encargo.contracts.Event;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InvoiceEvent;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.PaymentEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every event that Encargo publishes, by name.
public final class EventTypes {

    public static final List<Class<? extends Event>> ALL = List.of(
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
            InvoiceEvent.InvoiceCredited.class);

    private static final Map<String, Class<? extends Event>> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    public static Optional<Class<? extends Event>> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }
}
