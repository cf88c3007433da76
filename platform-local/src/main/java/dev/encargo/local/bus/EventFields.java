package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An event as a matcher sees it: its values by path. Lists vanish from the paths; which element a value lies in is
/// kept, because fields of one object in a list must match together.
final class EventFields {

    private final Map<String, List<EventField>> byPath = new HashMap<>();
    private final Map<String, String> containers = new HashMap<>();
    private final Map<Integer, Integer> elements = new TreeMap<>();
    private int lists;

    private EventFields() {}

    /// Throws [InvalidEvent].
    static EventFields of(String eventJson) {
        EventFields fields = new EventFields();
        try (JsonParser parser = Jackson.MAPPER.createParser(eventJson)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidEvent("An event is a JSON object");
            }
            fields.object("", parser);
        } catch (JsonProcessingException malformed) {
            throw new InvalidEvent(Jackson.problem(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text could not be read", impossible);
        }
        return fields;
    }

    List<EventField> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /// What stands at a path that has no value: "is missing", "is an object", "is an empty list".
    String absence(String path) {
        return containers.getOrDefault(path, "is missing");
    }

    private void object(String path, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            value(inner, parser);
        }
    }

    private void value(String path, JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                containers.putIfAbsent(path, "is an object");
                object(path, parser);
            }
            case START_ARRAY -> list(path, parser);
            default -> add(path, parser);
        }
    }

    private void list(String path, JsonParser parser) throws IOException {
        int list = lists++;
        int index = 0;
        containers.putIfAbsent(path, "is an empty list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean inside = parser.currentToken().isStructStart();
            if (inside) {
                elements.put(list, index);
                containers.put(path, "is a list of objects");
            }
            value(path, parser);
            elements.remove(list);
            index++;
        }
    }

    private void add(String path, JsonParser parser) throws IOException {
        String text = parser.getText();
        String json = parser.currentToken() == JsonToken.VALUE_STRING
                ? Jackson.write(Jackson.MAPPER.getNodeFactory().textNode(text))
                : text;
        byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(new EventField(path, json, elements));
    }
}
