package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.order.OrderReference;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.Limit;
import dev.encargo.cli.running.Since;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Follows the log of events.
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = {
            "Follow events as they are published: time, type, order, how many rules matched, and what each of them did.",
            "Begins with the last ten. Ctrl-C ends it; --once and --limit print what is there and end."
        },
        footer = {"", "Example:  encargo events tail --type 'Order*' --since 10m"})
final class EventsTail implements Callable<Integer> {
    private static final int FIRST = 10;
    private static final int POLL_MILLIS = 150;

    @Option(names = "--type", paramLabel = "GLOB", description = "Only types like this: OrderCreated, 'Order*'.")
    private @Nullable String type;

    @Option(names = "--rule", paramLabel = "RULE", description = "Only events that this rule matched.")
    private @Nullable String rule;

    @Option(names = "--order", paramLabel = "ID", description = "Only events of this order.")
    private @Nullable String order;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "From then on: 10m, 1h, 7d ago, or 2026-01-31T09:00:00Z.")
    private @Nullable String since;

    @Option(names = "--once", description = "Print what is there and end.")
    private boolean once;

    @Option(names = "--limit", paramLabel = "N", description = "Print the last N and end.")
    private @Nullable Integer limit;

    @Option(names = "--private", description = "With the customer's data (in --json only).")
    private boolean confidential;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        int most = limit == null ? Integer.MAX_VALUE : Limit.checked(limit);
        Stack stack = host.stack();
        Rules rules = Rules.of(stack);
        Wanted wanted = new Wanted(
                type,
                rule == null ? null : rules.named(rule).id(),
                order == null ? null : new OrderReference(order).stored(host),
                since == null ? null : Since.of(since, host.now()));
        try (ReadOnly rows = host.stored()) {
            EventLine line = new EventLine(output, rules, new Deeds(stack, rows), confidential);
            if (once || limit != null) {
                line.print(wanted.last(rows, most));
                return 0;
            }
            output.progress("  " + say("> Ready. %s. Ctrl-C to stop.", listening(rules)));
            long last = rows.count("SELECT coalesce(max(seq), 0) FROM events");
            line.print(wanted.last(rows, since == null ? FIRST : Integer.MAX_VALUE).stream()
                    .filter(event -> event.sequence() <= last)
                    .toList());
            follow(rows, wanted, line, last);
        }
        return 0;
    }

    private static String listening(Rules rules) {
        return rules.listening().entrySet().stream()
                .map(bus -> plural(bus.getValue(), "%d rule on bus %s", "%d rules on bus %s", bus.getKey()))
                .collect(Collectors.joining(", "));
    }

    /// Until Ctrl-C, or until nobody reads any more.
    private void follow(ReadOnly rows, Wanted wanted, EventLine line, long from) throws InterruptedException {
        long seen = from;
        while (!output.stream().checkError()) {
            List<StoredEvent> page = wanted.after(rows, seen);
            line.print(page);
            if (page.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } else {
                seen = page.getLast().sequence();
            }
        }
    }
}
