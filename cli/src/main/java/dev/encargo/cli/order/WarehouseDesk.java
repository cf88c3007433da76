package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.Api;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The stand-in of the warehouse, told to hand a parcel over and to have delivered it. It tells the host by its
/// signed notices.
final class WarehouseDesk {
    private final Api warehouse;

    WarehouseDesk(String url) {
        this.warehouse = new Api(URI.create(url));
    }

    /// What it knows of an order's shipment; nothing while none was asked for.
    Optional<JsonNode> shipment(String orderId) {
        Api.Answer answer = warehouse.send("GET", path(orderId), "", Map.of());
        return answer.status() == 404 ? Optional.empty() : Optional.of(accepted(answer));
    }

    JsonNode dispatch(String orderId) {
        return accepted(warehouse.send("POST", path(orderId) + "/dispatch", "", Map.of()));
    }

    JsonNode deliver(String orderId) {
        return accepted(warehouse.send("POST", path(orderId) + "/deliver", "", Map.of()));
    }

    private static String path(String orderId) {
        return "/shipments/" + orderId + "%2Fship";
    }

    private static JsonNode accepted(Api.Answer answer) {
        if (answer.status() < 400) {
            return answer.json();
        }
        JsonNode problem = answer.json();
        throw new Refusal(
                Refusal.FAILED,
                "The warehouse refused.",
                "It says: "
                        + problem.path("detail").asText(problem.path("title").asText()) + ".",
                "Nothing was changed. Use:  encargo order show ORDER");
    }
}
