package dev.encargo.local.delivery;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event on a bus, in the envelope that EventBridge delivers. `id` is the publisher's id where it has one,
/// `envelopeId` the bus's own.
record BusEvent(
        String id,
        String envelopeId,
        String bus,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String json) {

    static BusEvent of(
            String id,
            String bus,
            String source,
            String type,
            @Nullable String subject,
            Instant time,
            String detail,
            Place place) {
        String envelopeId = UUID.randomUUID().toString();
        String json =
                "{\"version\":\"0\",\"id\":\"" + envelopeId + "\",\"detail-type\":" + quoted(type) + ",\"source\":"
                        + quoted(source) + ",\"account\":\"" + place.account() + "\",\"time\":\""
                        + time.truncatedTo(ChronoUnit.SECONDS) + "\",\"region\":\"" + place.region()
                        + "\",\"resources\":[],\"detail\":" + detail + "}";
        return new BusEvent(id, envelopeId, bus, source, type, subject, time, json);
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /// Where the stack lives.
    record Place(String region, String account) {}
}
