package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.orders.model.Status;
import java.util.ArrayList;
import java.util.List;

/// What an order's document says of itself. `total` is in minor units, `row` the version of its row.
record OrderSeen(
        String id,
        Status status,
        long total,
        long version,
        long row,
        long sequence,
        List<Edge> history,
        boolean cancelPending) {

    /// One step of its history.
    record Edge(Status from, Status to, long version, long sequence) {}

    static OrderSeen read(String id, long row, JsonNode order) {
        List<Edge> history = new ArrayList<>();
        for (JsonNode step : order.path("history")) {
            history.add(new Edge(
                    Status.valueOf(step.path("from").asText()),
                    Status.valueOf(step.path("to").asText()),
                    step.path("version").asLong(),
                    step.path("sequence").asLong()));
        }
        return new OrderSeen(
                id,
                Status.valueOf(order.path("status").asText()),
                order.at("/terms/totals/gross/minor").asLong(),
                order.path("version").asLong(),
                row,
                order.path("sequence").asLong(),
                List.copyOf(history),
                cancelPending(order));
    }

    private static boolean cancelPending(JsonNode order) {
        List<String> kinds = new ArrayList<>();
        order.path("facts")
                .path("known")
                .forEach(fact -> kinds.add(fact.at("/fact/@type").asText()));
        return kinds.contains("CancelAsked")
                && kinds.stream().noneMatch(List.of("OrderUndone", "DispatchRecorded", "ShipmentDispatched")::contains);
    }

    /// PAID is an end: the warehouse may take its time.
    boolean ended() {
        return status != Status.PENDING && status != Status.RESERVED && !cancelPending;
    }
}
