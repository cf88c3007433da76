package dev.encargo.inventory.function;

import dev.encargo.contracts.Confidential;
import dev.encargo.inventory.model.Recipient;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.usecase.RequestShipment;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.Platform;
import dev.encargo.platform.event.CloudEvent;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import org.jspecify.annotations.Nullable;

/// Queue `shipment-requests`: `InvoiceIssued` asks for the goods to be sent.
public final class RequestShipmentFunction extends QueueFunction {
    private final RequestShipment useCase;

    public RequestShipmentFunction() {
        this(Platform.current());
    }

    RequestShipmentFunction(Platform platform) {
        super(platform);
        this.useCase = new RequestShipment(new Stocks(platform), new Warehouse(platform.settings()), platform.clock());
    }

    @Override
    protected void handle(QueueMessage message) {
        CloudEvent invoiced = Events.delivered(message.body());
        useCase.request(new RequestShipment.Request(invoiced.subject(), recipient(invoiced.confidential())));
    }

    private static Recipient recipient(@Nullable Confidential customer) {
        return customer == null
                ? new Recipient(null, null)
                : new Recipient(customer.name(), customer.shippingAddress());
    }
}
