package dev.encargo.aws.ports;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.event.EventMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/// A bus of EventBridge. An answer of success may hold entries that failed: those are sent again, each alone and in
/// their order, unless their content was refused.
public final class EventBridgeBus implements EventBus {
    private static final Dependency BUS = new Dependency("event bus");

    /// Refusals that the same event meets again.
    private static final Set<String> FOR_GOOD = Set.of("MalformedDetail", "InvalidArgument");

    private final Supplier<EventBridgeClient> client;
    private final Supplier<String> bus;

    public EventBridgeBus(Supplier<EventBridgeClient> client, Supplier<String> bus) {
        this.client = client;
        this.bus = bus;
    }

    @Override
    public List<EventMessage> publish(List<EventMessage> events) {
        Set<EventMessage> refused = new LinkedHashSet<>(EventBatches.tooLarge(events));
        for (List<EventMessage> batch : EventBatches.of(events)) {
            for (EventMessage failed : failedOf(batch, refused)) {
                failedOf(List.of(failed), refused).forEach(refused::add);
            }
        }
        return events.stream().filter(refused::contains).toList();
    }

    /// Sends the batch. Adds those whose content is refused to `refused` and returns the others that failed.
    private List<EventMessage> failedOf(List<EventMessage> batch, Set<EventMessage> refused) {
        List<PutEventsResultEntry> results = BUS.perform(() -> client.get()
                        .putEvents(request ->
                                request.entries(batch.stream().map(this::entry).toList())))
                .entries();
        List<EventMessage> failed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String code = results.get(i).errorCode();
            if (code != null) {
                (FOR_GOOD.contains(code) ? refused : failed).add(batch.get(i));
            }
        }
        return failed;
    }

    private PutEventsRequestEntry entry(EventMessage event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(bus.get())
                .source(event.source())
                .detailType(event.type())
                .time(event.time())
                .detail(event.detail())
                .build();
    }
}
