package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows all that is known of an order.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show an order: its lines and totals, what happened to it, its invoice and its workflows.")
public final class ShowCommand implements Callable<Integer> {
    @Mixin
    private OrderReference reference = new OrderReference();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        String id = reference.id(host);
        OrderApi orders = new OrderApi(host);
        JsonNode order = orders.order(id);
        JsonNode timeline = orders.timeline(id);
        List<ObjectNode> workflows;
        try (ReadOnly stored = host.stored()) {
            workflows = OrderWorkflows.of(id, stored);
        }
        if (output.json()) {
            output.object(object(order, timeline, workflows));
        } else {
            new OrderSheet(output, host.asGiven()).print(order, timeline, workflows);
        }
        return 0;
    }

    private static ObjectNode object(JsonNode order, JsonNode timeline, List<ObjectNode> workflows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        workflows.forEach(all::add);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("order", order);
        object.set("timeline", timeline.path("entries"));
        object.set("workflows", all);
        return object;
    }
}
