package dev.encargo.local.bus;

import java.util.Map;

/// A value of an event: the names on its way joined by dots, the value as JSON, and for each list on the way (by
/// its number in the event) the index of the element it lies in.
record EventField(String path, String json, Map<Integer, Integer> elements) {
    EventField {
        elements = Map.copyOf(elements);
    }
}
