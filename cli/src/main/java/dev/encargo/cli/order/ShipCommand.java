package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Has the warehouse hand a parcel over.
@Command(
        name = "ship",
        mixinStandardHelpOptions = true,
        description = "Tell the warehouse to hand an order's parcel over, and wait until the order is SHIPPED.")
public final class ShipCommand implements Callable<Integer> {
    @Mixin
    private OrderReference reference = new OrderReference();

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        String id = reference.id(host);
        OrderApi orders = new OrderApi(host);
        JsonNode order = orders.order(id);
        ready(order, id);
        WarehouseDesk desk = new WarehouseDesk(host, id);
        new Watch(orders, patience.duration()).until(() -> desk.shipment().isPresent());
        if (desk.shipment().isEmpty()) {
            throw refused(
                    say("%s has no parcel yet.", id),
                    say("The warehouse is asked for one once the order has its invoice."),
                    "show",
                    id);
        }
        JsonNode parcel = desk.dispatch();
        Seen seen = new Watch(orders, patience.duration()).follow(id, Goal.SHIPPED, _ -> {});
        return new Handover(output, host.asGiven()).tell(seen, parcel, patience.duration());
    }

    private void ready(JsonNode order, String id) {
        if (OrderSheet.isBeingCanceled(order)) {
            throw refused(
                    say("%s is being canceled.", id), say("A cancel was asked for, so its parcel stays."), "show", id);
        }
        String status = order.path("status").asText();
        switch (status) {
            case "PENDING", "RESERVED" ->
                throw refused(
                        say("%s is not paid yet.", id),
                        say("A parcel leaves once its order is paid and invoiced."),
                        "watch",
                        id);
            case "SHIPPED" ->
                throw refused(say("%s is shipped already.", id), say("Its parcel has left."), "deliver", id);
            case "DELIVERED" ->
                throw refused(say("%s is delivered already.", id), say("Its parcel has arrived."), "show", id);
            case "REJECTED", "CANCELED" ->
                throw refused(
                        say("%s is %s.", id, status),
                        say(
                                "Nothing is sent for it: %s.",
                                Reason.words(order.path("reason").asText())),
                        "show",
                        id);
            default -> {}
        }
    }

    private Refusal refused(String what, String why, String command, String id) {
        return OrderReference.refused(what, why, command + " " + id + host.asGiven());
    }
}
