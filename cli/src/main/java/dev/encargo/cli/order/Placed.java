package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// An order that the host took. `replayed`: the same request had placed it before. `answeredIn`: real time until
/// its answer.
record Placed(JsonNode order, boolean replayed, Duration answeredIn) {
    String id() {
        return order.path("id").asText();
    }
}
