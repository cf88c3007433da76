package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Follows an order.
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Print what happens to an order as it happens, until it is paid and invoiced (exit code 0), or "
                + "rejected or canceled (exit code 1).")
public final class WatchCommand implements Callable<Integer> {
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
        if (!output.json()) {
            output.line(Headline.of(order));
        }
        Seen seen = new Watch(orders, patience.duration()).follow(id, Goal.PAID, new Story(output)::tell);
        return new Ending(output, host.asGiven()).tell(seen, orders.page(id), patience.duration());
    }
}
