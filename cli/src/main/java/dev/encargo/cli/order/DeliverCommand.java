package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

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
        WarehouseDesk desk = new WarehouseDesk(host, id);
        if (desk.shipment()
                .map(parcel -> parcel.path("status").asText())
                .filter("dispatched"::equals)
                .isEmpty()) {
            byHand(desk, orders, id);
        }
        JsonNode parcel = desk.deliver();
        Seen seen = new Watch(orders, patience.duration()).follow(id, Goal.DELIVERED, _ -> {});
        return new Handover(output, host.asGiven()).tell(seen, parcel, patience.duration());
    }

    private void ready(JsonNode order, String id) {
        String status = order.path("status").asText();
        switch (status) {
            case "DELIVERED" ->
                throw refused(say("%s is delivered already.", id), say("Its parcel has arrived."), "show", id);
            case "PENDING", "RESERVED", "PAID" ->
                throw refused(
                        say("%s is not shipped yet.", id),
                        say("It is %s: only what has left can arrive.", status),
                        OrderSheet.isBeingCanceled(order) ? "show" : status.equals("PAID") ? "ship" : "watch",
                        id);
            case "REJECTED", "CANCELED" ->
                throw refused(say("%s is %s.", id, status), say("Nothing was sent for it."), "show", id);
            default -> {}
        }
    }

    /// The order is SHIPPED by an operator's word, so the warehouse has no parcel of it under way.
    private static void byHand(WarehouseDesk desk, OrderApi orders, String id) {
        if (desk.shipment()
                .map(parcel -> parcel.path("status").asText())
                .filter("delivered"::equals)
                .isEmpty()) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("The warehouse has not sent the parcel of %s.", id),
                    say("An operator has said that it was handed over by hand."),
                    say(
                            "Say the same of its arrival:  %s",
                            "curl -X PATCH -H 'Content-Type: application/json' -d '{\"status\": \"DELIVERED\"}' "
                                    + orders.page(id)));
        }
    }

    private Refusal refused(String what, String why, String command, String id) {
        return OrderReference.refused(what, why, command + " " + id + host.asGiven());
    }
}
