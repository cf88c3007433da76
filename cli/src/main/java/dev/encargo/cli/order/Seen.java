package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.order.Goal.Verdict;

/// An order as it was when following it ended. OPEN: nothing moved for as long as one was willing to wait.
record Seen(Verdict verdict, JsonNode order, JsonNode timeline) {
    String status() {
        return order.path("status").asText();
    }
}
