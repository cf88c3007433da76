package dev.encargo.platform.event;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonReader;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes and reads events.
public final class Events {

    private Events() {}

    /// An event ready for the bus. `subject` is the order's id.
    public static EventMessage message(
            String id,
            Event data,
            Instant time,
            String subject,
            long sequence,
            String traceparent,
            @Nullable Confidential confidential) {
        CloudEvent event = new CloudEvent(
                id, data.source(), data.type(), time, subject, sequence, traceparent, data, confidential);
        return new EventMessage(id, data.source(), data.type(), time, subject, EventWriter.json(event));
    }

    /// Reads a CloudEvent.
    ///
    /// @throws UnknownEvent when its type is not known
    public static CloudEvent read(String detail) {
        EventHeader header = Jsons.read(EventHeader.class, detail);
        try (JsonReader reader = Jsons.JSONB.reader(detail)) {
            return new EventReader(type(header)).read(reader);
        }
    }

    /// Reads the event out of a queue message that a rule of the bus sent.
    public static CloudEvent delivered(String messageBody) {
        EventHeader header = Objects.requireNonNull(
                Jsons.read(EventHeader.class, messageBody).detail(), "detail");
        EventReader event = new EventReader(type(header));
        try (JsonReader reader = Jsons.JSONB.reader(messageBody)) {
            return detail(reader, event);
        }
    }

    private static CloudEvent detail(JsonReader reader, EventReader event) {
        reader.beginObject();
        while (reader.hasNextField()) {
            if (reader.nextField().equals("detail")) {
                return event.read(reader);
            }
            reader.skipValue();
        }
        throw new IllegalArgumentException("the message has no detail");
    }

    private static Class<? extends Event> type(EventHeader header) {
        String type = Objects.requireNonNull(header.type(), "type");
        return EventTypes.named(type).orElseThrow(() -> new UnknownEvent(type));
    }
}
