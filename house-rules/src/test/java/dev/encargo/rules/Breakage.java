package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a reader of the old schema can no longer rely on in the new one.
final class Breakage {

    private final List<String> found = new ArrayList<>();

    private Breakage() {}

    static List<String> between(JsonNode before, JsonNode after) {
        Breakage breakage = new Breakage();
        breakage.compare("", before, after);
        return breakage.found;
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        for (String keyword : List.of("type", "const", "format", "pattern", "minimum")) {
            if (before.has(keyword) && !before.path(keyword).equals(after.path(keyword))) {
                found.add(name(at) + ": " + keyword + " was " + before.path(keyword) + ", now "
                        + (after.has(keyword) ? after.path(keyword) : "anything"));
            }
        }
        Set<String> known = texts(before.path("enum"));
        texts(after.path("enum")).stream()
                .filter(value -> !known.isEmpty() && !known.contains(value))
                .sorted()
                .forEach(value -> found.add(name(at) + ": may now be " + value));
        properties(at, before, after);
        if (before.has("items")) {
            compare(at + "[]", before.path("items"), after.path("items"));
        }
    }

    private void properties(String at, JsonNode before, JsonNode after) {
        Set<String> required = texts(after.path("required"));
        texts(before.path("required")).stream()
                .filter(name ->
                        !required.contains(name) && after.path("properties").has(name))
                .sorted()
                .forEach(name -> found.add(name(at + "." + name) + ": may now be absent"));
        before.path("properties").properties().forEach(property -> {
            String inner = at + "." + property.getKey();
            if (after.path("properties").has(property.getKey())) {
                compare(inner, property.getValue(), after.path("properties").path(property.getKey()));
            } else {
                found.add(name(inner) + ": was removed");
            }
        });
    }

    private static String name(String at) {
        return at.isEmpty() ? "the event" : at.substring(1);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
