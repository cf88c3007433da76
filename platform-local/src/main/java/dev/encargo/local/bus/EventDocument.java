package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One event on the bus: its text, and its tree, parsed at most once and only when somebody asks. Share one per
/// event among all rules and targets.
public final class EventDocument {

    private final String text;
    private volatile @Nullable JsonNode tree;

    private EventDocument(String text) {
        this.text = text;
    }

    public static EventDocument of(String text) {
        return new EventDocument(text);
    }

    public String text() {
        return text;
    }

    /// Throws [InvalidEvent] when the text is not one JSON object.
    public JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = parse(text);
            tree = known;
        }
        return known;
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode parsed = Jackson.MAPPER.readTree(text);
            if (!parsed.isObject()) {
                throw new InvalidEvent("An event is a JSON object");
            }
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw new InvalidEvent(Jackson.problem(malformed));
        }
    }
}
