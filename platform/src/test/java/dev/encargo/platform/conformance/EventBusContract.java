package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.EventBus;
import dev.encargo.platform.event.EventMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every host's bus keeps to when a function publishes.
public abstract class EventBusContract {

    protected abstract EventBus bus();

    /// The `detail` of what the bus took, in its order.
    protected abstract List<String> taken();

    private static EventMessage event(int n) {
        String id = "evt_" + n;
        String detail = "{\"id\":\"" + id + "\",\"data\":{\"name\":\"Iñaki 🛍️ " + n + "\"}}";
        return new EventMessage(
                id, "encargo.orders", "OrderCreated", Instant.parse("2026-11-24T10:00:00Z"), "ord_" + n, detail);
    }

    private static List<EventMessage> events(int count) {
        return IntStream.range(0, count).mapToObj(EventBusContract::event).toList();
    }

    @Test
    void takes_events_in_the_given_order_as_they_are() {
        List<EventMessage> events = events(23);
        assertThat(bus().publish(events)).isEmpty();
        assertThat(taken())
                .containsExactlyElementsOf(
                        events.stream().map(EventMessage::detail).toList());
    }

    @Test
    void takes_nothing_when_nothing_is_published() {
        assertThat(bus().publish(List.of())).isEmpty();
        assertThat(taken()).isEmpty();
    }

    @Test
    @DisplayName("F15: names the events that it did not take and takes the others")
    void names_what_it_did_not_take() {
        List<EventMessage> events = new ArrayList<>(events(10));
        EventMessage cut = malformed(events.get(3));
        EventMessage bare = malformed(events.get(7));
        events.set(3, cut);
        events.set(7, bare);
        assertThat(bus().publish(events)).containsExactly(cut, bare);
        assertThat(taken())
                .containsExactlyElementsOf(events.stream()
                        .filter(event -> event != cut && event != bare)
                        .map(EventMessage::detail)
                        .toList());
    }

    private static EventMessage malformed(EventMessage event) {
        return new EventMessage(
                event.id(), event.source(), event.type(), event.time(), event.subject(), "{\"id\":\"cut of");
    }
}
