package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks for an order's cancel.
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Ask to cancel an order. What was done is undone: money given back, goods released, an invoice "
                + "credited.")
public final class CancelCommand implements Callable<Integer> {
    @Mixin
    private OrderReference reference = new OrderReference();

    @Option(
            names = "--watch",
            description = "Follow it until it is canceled (exit code 0) or turns out to be too late (exit code 1).")
    private boolean watch;

    @Mixin
    private Patience patience = new Patience();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Duration longest = patience.duration();
        String id = reference.id(host);
        OrderApi orders = new OrderApi(host);
        JsonNode order = orders.cancel(id);
        if (watch) {
            if (!output.json()) {
                output.line(Headline.of(order));
            }
            Seen seen = new Watch(orders, longest).follow(id, Goal.CANCELED, new Story(output)::tell);
            return new Ending(output, host.asGiven()).tell(seen, orders.page(id), longest);
        }
        if (output.json()) {
            output.object(order);
        } else {
            output.line("  %s %s   %s".formatted(output.waiting(), say("cancel asked for"), id));
            output.progress(
                    "    " + say("Follow it:  %s", encargo("order cancel " + id + " --watch" + host.asGiven())));
        }
        return 0;
    }
}
