package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what a call must say, or refuses it with 422.
final class Fields {
    private Fields() {}

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new Refused(422, "invalid", name + " must be a text");
        }
        return value.asText();
    }

    static long amount(JsonNode body, String name, long least) {
        JsonNode value = body.path(name);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.asLong() < least) {
            throw new Refused(422, "invalid", name + " must be a whole number of at least " + least);
        }
        return value.asLong();
    }

    /// Units by SKU; a SKU on two lines is added up.
    static SortedMap<String, Long> units(JsonNode lines) {
        SortedMap<String, Long> units = new TreeMap<>();
        for (JsonNode line : lines) {
            units.merge(text(line, "sku"), amount(line, "quantity", 1), Math::addExact);
        }
        if (units.isEmpty()) {
            throw new Refused(422, "invalid", "lines must have at least one {sku, quantity}");
        }
        return units;
    }
}
