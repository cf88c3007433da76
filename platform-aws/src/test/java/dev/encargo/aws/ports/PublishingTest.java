package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.event.EventMessage;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the emulator's EventBridge never does: it fails single entries of a call that succeeds.
class PublishingTest {
    private final FlakyEventBridge events = new FlakyEventBridge();
    private final EventBridgeBus bus = new EventBridgeBus(() -> events, () -> "encargo");

    private static EventMessage event(String type, int bytes) {
        String frame = "{\"x\":\"\"}";
        String detail = "{\"x\":\"" + "x".repeat(bytes - frame.length()) + "\"}";
        return new EventMessage("evt_" + type, "encargo.orders", type, Instant.EPOCH, "ord_1", detail);
    }

    private static List<EventMessage> events(int count, int bytes) {
        return IntStream.range(0, count).mapToObj(n -> event("E" + n, bytes)).toList();
    }

    @Test
    void an_entry_that_failed_is_sent_again_alone_and_in_its_order() {
        events.fail("E1", "ThrottlingException");
        events.fail("E3", "InternalFailure");
        assertThat(bus.publish(events(5, 100))).isEmpty();
        assertThat(events.calls).containsExactly(List.of("E0", "E1", "E2", "E3", "E4"), List.of("E1"), List.of("E3"));
    }

    @Test
    void what_failed_before_comes_again_before_the_next_ten() {
        events.fail("E9", "InternalFailure");
        bus.publish(events(12, 100));
        assertThat(events.calls.stream().map(List::getFirst)).containsExactly("E0", "E9", "E10");
    }

    @Test
    void an_entry_that_fails_again_was_not_taken() {
        List<EventMessage> all = events(3, 100);
        events.fail("E2", "InternalFailure", "InternalFailure");
        events.fail("E0", "ThrottlingException", "ThrottlingException");
        assertThat(bus.publish(all)).containsExactly(all.get(0), all.get(2));
        assertThat(events.calls).hasSize(3);
    }

    @Test
    void an_entry_whose_content_is_refused_is_not_sent_again() {
        List<EventMessage> all = events(3, 100);
        events.fail("E1", "MalformedDetail");
        assertThat(bus.publish(all)).containsExactly(all.get(1));
        assertThat(events.calls).hasSize(1);
    }

    @Test
    void a_call_holds_ten_entries_and_256_kilobytes_at_most() {
        bus.publish(events(21, 100));
        assertThat(events.calls.stream().map(List::size)).containsExactly(10, 10, 1);
        events.calls.clear();
        bus.publish(events(9, 60_000));
        assertThat(events.calls.stream().map(List::size)).containsExactly(4, 4, 1);
    }

    @Test
    void an_event_of_more_than_60_kilobytes_is_not_taken_and_holds_back_no_other() {
        List<EventMessage> all = List.of(event("E0", 100), event("E1", 61_441), event("E2", 100));
        assertThat(bus.publish(all)).containsExactly(all.get(1));
        assertThat(events.calls).containsExactly(List.of("E0", "E2"));
    }
}
