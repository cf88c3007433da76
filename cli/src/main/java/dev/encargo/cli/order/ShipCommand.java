package dev.encargo.cli.order;

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
        WarehouseDesk desk = new WarehouseDesk(host.running().warehouse());
        new Watch(orders, patience.duration()).until(() -> desk.shipment(id).isPresent());
        if (desk.shipment(id).isEmpty()) {
            throw refused(
                    id, "has no parcel yet", "The warehouse is asked for one once the order has its invoice.", "show");
        }
        JsonNode parcel = desk.dispatch(id);
        Seen seen = new Watch(orders, patience.duration()).follow(id, Goal.SHIPPED, _ -> {});
        return new Handover(output, host.asGiven()).say(seen, parcel, patience.duration());
    }

    private void ready(JsonNode order, String id) {
        if (order.at("/cancellation/outcome").asText().equals("PENDING")) {
            throw refused(id, "is being canceled", "A cancel was asked for, so its parcel stays.", "show");
        }
        switch (order.path("status").asText()) {
            case "PENDING", "RESERVED" ->
                throw refused(id, "is not paid yet", "A parcel leaves once its order is paid and invoiced.", "watch");
            case "SHIPPED" -> throw refused(id, "is shipped already", "Its parcel has left.", "deliver");
            case "DELIVERED" -> throw refused(id, "is delivered already", "Its parcel has arrived.", "show");
            case "REJECTED", "CANCELED" ->
                throw refused(
                        id,
                        "is " + order.path("status").asText(),
                        "Nothing is sent for it: "
                                + Reason.words(order.path("reason").asText()) + ".",
                        "show");
            default -> {}
        }
    }

    private Refusal refused(String id, String what, String why, String command) {
        return OrderReference.refused(id + " " + what + ".", why, command + " " + id + host.asGiven());
    }
}
