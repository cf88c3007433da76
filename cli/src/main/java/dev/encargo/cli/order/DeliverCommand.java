package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Has the warehouse report a parcel's arrival.
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = "Tell the warehouse that an order's parcel has arrived, and wait until the order is DELIVERED.")
public final class DeliverCommand implements Callable<Integer> {
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
        ready(orders.order(id), id);
        WarehouseDesk desk = new WarehouseDesk(host.running().warehouse());
        if (desk.shipment(id)
                .map(parcel -> parcel.path("status").asText())
                .filter("dispatched"::equals)
                .isEmpty()) {
            byHand(desk, orders, id);
        }
        JsonNode parcel = desk.deliver(id);
        Seen seen = new Watch(orders, patience.duration()).follow(id, Goal.DELIVERED, _ -> {});
        return new Handover(output, host.asGiven()).say(seen, parcel, patience.duration());
    }

    private void ready(JsonNode order, String id) {
        String status = order.path("status").asText();
        switch (status) {
            case "DELIVERED" -> throw refused(id, "is delivered already", "Its parcel has arrived.", "show");
            case "PENDING", "RESERVED", "PAID" ->
                throw refused(
                        id,
                        "is not shipped yet",
                        "It is " + status + ": only what has left can arrive.",
                        status.equals("PAID") ? "ship" : "watch");
            case "REJECTED", "CANCELED" -> throw refused(id, "is " + status, "Nothing was sent for it.", "show");
            default -> {}
        }
    }

    /// The order is SHIPPED by an operator's word, so the warehouse has no parcel of it under way.
    private static void byHand(WarehouseDesk desk, OrderApi orders, String id) {
        if (desk.shipment(id)
                .map(parcel -> parcel.path("status").asText())
                .filter("delivered"::equals)
                .isEmpty()) {
            throw new Refusal(
                    Refusal.FAILED,
                    "The warehouse has not sent the parcel of " + id + ".",
                    "An operator has said that it was handed over by hand.",
                    "Say the same of its arrival:  curl -X PATCH -H 'Content-Type: application/json' "
                            + "-d '{\"status\": \"DELIVERED\"}' " + orders.page(id));
        }
    }

    private Refusal refused(String id, String what, String why, String command) {
        return OrderReference.refused(id + " " + what + ".", why, command + " " + id + host.asGiven());
    }
}
