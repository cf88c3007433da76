package dev.encargo.aws.ports;

import dev.encargo.platform.event.EventMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Events in batches that EventBridge takes: ten entries and 256 KB at most.
final class EventBatches {
    private static final int ENTRIES = 10;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int EVENT_BYTES = 60 * 1024;

    /// What EventBridge counts for the time of an entry.
    private static final int TIME_BYTES = 14;

    private EventBatches() {}

    static List<EventMessage> tooLarge(List<EventMessage> events) {
        return events.stream().filter(EventBatches::isTooLarge).toList();
    }

    /// Those that are not too large, in their order.
    static List<List<EventMessage>> of(List<EventMessage> events) {
        List<List<EventMessage>> batches = new ArrayList<>();
        List<EventMessage> batch = new ArrayList<>();
        int bytes = 0;
        for (EventMessage event : events) {
            if (isTooLarge(event)) {
                continue;
            }
            int size = size(event);
            if (batch.size() == ENTRIES || bytes + size > BATCH_BYTES) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(event);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static boolean isTooLarge(EventMessage event) {
        return size(event) > EVENT_BYTES;
    }

    private static int size(EventMessage event) {
        return TIME_BYTES + bytes(event.source()) + bytes(event.type()) + bytes(event.detail());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
