package dev.encargo.platform.event;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Event;
import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.JsonType;
import java.io.StringWriter;

/// Writes an event in the CloudEvents 1.0 JSON format, with `private` beside `data`.
final class EventWriter {

    private EventWriter() {}

    static String json(CloudEvent event) {
        StringWriter text = new StringWriter(1024);
        try (JsonWriter json = Jsons.JSONB.writer(text)) {
            json.beginObject();
            field(json, "specversion", "1.0");
            field(json, "id", event.id());
            field(json, "source", event.source());
            field(json, "type", event.type());
            field(json, "time", event.time().toString());
            field(json, "subject", event.subject());
            json.name("sequence");
            json.value(event.sequence());
            field(json, "traceparent", event.traceparent());
            field(json, "dataschema", "urn:encargo:events:" + event.type() + ":1");
            field(json, "datacontenttype", "application/json");
            json.name("data");
            data(json, event.data());
            if (event.confidential() != null) {
                json.name("private");
                Jsons.type(Confidential.class).toJson(event.confidential(), json);
            }
            json.endObject();
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    private static void data(JsonWriter json, Event data) {
        ((JsonType<Event>) Jsons.type(data.getClass())).toJson(data, json);
    }

    private static void field(JsonWriter json, String name, String value) {
        json.name(name);
        json.value(value);
    }
}
