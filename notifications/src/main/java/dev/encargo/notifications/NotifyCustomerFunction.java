package dev.encargo.notifications;

import dev.encargo.platform.Platform;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import java.util.Locale;
import java.util.Map;

/// Reads the queue `customer-mail`.
public final class NotifyCustomerFunction extends QueueFunction {
    private final NotifyCustomer notifyCustomer;

    public NotifyCustomerFunction() {
        this(Platform.current());
    }

    NotifyCustomerFunction(Platform platform) {
        super(platform);
        this.notifyCustomer = new NotifyCustomer(platform);
    }

    @Override
    protected void handle(QueueMessage message) {
        NotifyCustomer.Outcome outcome = notifyCustomer.handle(
                new NotifyCustomer.Request(Events.delivered(message.body()), message.id(), message.receives()));
        telemetry.count("mails", 1, Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }
}
