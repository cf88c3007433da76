package dev.encargo.deployment.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// The id that the bus gave an event.
final class EventId {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventId() {}

    static String of(String event) {
        try {
            return JSON.readTree(event).path("id").asText();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not an event: " + event, malformed);
        }
    }
}
