package dev.encargo.platform.event;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonReader;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads one CloudEvent whose type of data is known, field by field, in any order.
final class EventReader {
    private final Class<? extends Event> type;
    private String id = "";
    private String source = "";
    private String name = "";
    private Instant time = Instant.EPOCH;
    private String subject = "";
    private long sequence;
    private String traceparent = "";
    private @Nullable Event data;
    private @Nullable Confidential confidential;

    EventReader(Class<? extends Event> type) {
        this.type = type;
    }

    CloudEvent read(JsonReader reader) {
        reader.beginObject();
        while (reader.hasNextField()) {
            field(reader, reader.nextField());
        }
        reader.endObject();
        return new CloudEvent(
                id,
                source,
                name,
                time,
                subject,
                sequence,
                traceparent,
                Objects.requireNonNull(data, "data"),
                confidential);
    }

    private void field(JsonReader reader, String field) {
        switch (field) {
            case "id" -> id = reader.readString();
            case "source" -> source = reader.readString();
            case "type" -> name = reader.readString();
            case "time" -> time = Instant.parse(reader.readString());
            case "subject" -> subject = reader.readString();
            case "sequence" -> sequence = reader.readLong();
            case "traceparent" -> traceparent = reader.readString();
            case "data" -> data = Jsons.type(type).fromJson(reader);
            case "private" -> confidential = Jsons.type(Confidential.class).fromJson(reader);
            default -> reader.skipValue();
        }
    }
}
