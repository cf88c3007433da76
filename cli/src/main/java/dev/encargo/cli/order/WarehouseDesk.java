package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.Api;
import dev.encargo.cli.running.HostChoice;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The stand-in of the warehouse, told to hand the parcel of one order over and to have delivered it. It tells the
/// host by its signed notices.
final class WarehouseDesk {
    private final Api warehouse;
    private final String order;
    private final String host;

    WarehouseDesk(HostChoice host, String order) {
        this.warehouse = new Api(URI.create(host.running().warehouse()));
        this.order = order;
        this.host = host.asGiven();
    }

    /// What it knows of the order's shipment; nothing while none was asked for.
    Optional<JsonNode> shipment() {
        Api.Answer answer = warehouse.send("GET", path(), "", Map.of());
        return answer.status() == 404 ? Optional.empty() : Optional.of(accepted(answer));
    }

    JsonNode dispatch() {
        return accepted(warehouse.send("POST", path() + "/dispatch", "", Map.of()));
    }

    JsonNode deliver() {
        return accepted(warehouse.send("POST", path() + "/deliver", "", Map.of()));
    }

    private String path() {
        return "/shipments/" + order + "%2Fship";
    }

    private JsonNode accepted(Api.Answer answer) {
        if (answer.status() < 400) {
            return answer.json();
        }
        JsonNode problem = answer.json();
        throw new Refusal(
                Refusal.FAILED,
                say("The warehouse refused."),
                say(
                        "It says: %s.",
                        problem.path("detail").asText(problem.path("title").asText())),
                say("Nothing was changed. Use:  %s", encargo("order show " + order + host)));
    }
}
