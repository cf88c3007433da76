package dev.encargo.orders.function;

import dev.encargo.orders.usecase.UpdateOrderStatus;
import dev.encargo.orders.usecase.UpdateOrderStatus.Outcome;
import dev.encargo.platform.Platform;
import dev.encargo.platform.event.CloudEvent;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.event.UnknownEvent;
import dev.encargo.platform.function.QueueFunction;
import dev.encargo.platform.function.QueueMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fed by `order-facts`. The facts of one order in a batch are one write; they fail and come again together.
public final class UpdateOrderStatusFunction extends QueueFunction {
    private final UpdateOrderStatus updateOrderStatus;

    public UpdateOrderStatusFunction() {
        this(Platform.current());
    }

    UpdateOrderStatusFunction(Platform platform) {
        super(platform);
        this.updateOrderStatus = new UpdateOrderStatus(platform);
    }

    private record Delivery(QueueMessage message, CloudEvent event) {}

    @Override
    protected List<String> handleAll(List<QueueMessage> messages) {
        Map<String, List<Delivery>> byOrder = new LinkedHashMap<>();
        List<String> failed = new ArrayList<>();
        for (QueueMessage message : messages) {
            sort(message, byOrder, failed);
        }
        byOrder.forEach((order, deliveries) -> {
            if (!learned(order, deliveries)) {
                deliveries.forEach(delivery -> failed.add(delivery.message().id()));
            }
        });
        return failed;
    }

    @Override
    protected void handle(QueueMessage message) {
        CloudEvent event = Events.delivered(message.body());
        update(event.subject(), List.of(event));
    }

    private void sort(QueueMessage message, Map<String, List<Delivery>> byOrder, List<String> failed) {
        try {
            CloudEvent event = Events.delivered(message.body());
            byOrder.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(new Delivery(message, event));
        } catch (UnknownEvent unknown) {
            telemetry.count("events.unknown", 1, Map.of());
            telemetry.warn("an event of an unknown type is left alone", Map.of("type", unknown.type()));
        } catch (RuntimeException unreadable) {
            telemetry.error("a message cannot be read", unreadable, Map.of("messageId", message.id()));
            failed.add(message.id());
        }
    }

    private boolean learned(String order, List<Delivery> deliveries) {
        try {
            update(order, deliveries.stream().map(Delivery::event).toList());
            return true;
        } catch (RuntimeException fault) {
            telemetry.error("facts were not learned, they will come again", fault, Map.of("orderId", order));
            return false;
        }
    }

    private void update(String order, List<CloudEvent> events) {
        switch (updateOrderStatus.update(order, events)) {
            case Outcome.Learned _ -> telemetry.count("facts.learned", events.size(), Map.of());
            case Outcome.NoSuchOrder _ -> throw new UnknownOrder(order);
        }
    }
}
