package dev.encargo.cli.events;

import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One event and what became of it.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one event, and what each rule that matched did with it.")
final class EventsShow implements Callable<Integer> {
    @Parameters(paramLabel = "EVENT", description = "The event's id.")
    private String id = "";

    @Option(names = "--private", description = "With the customer's data.")
    private boolean confidential;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Stack stack = host.stack();
        try (ReadOnly rows = host.stored()) {
            StoredEvent event = StoredEvent.byId(rows, id);
            Deeds deeds = new Deeds(stack, rows);
            EventLine line = new EventLine(output, Rules.of(stack), deeds, confidential);
            if (output.json()) {
                output.object(line.object(event));
                return 0;
            }
            output.line("  %s  %s".formatted(event.type(), event.id()));
            output.line("    Time    " + Moments.dayAndTime(event.time()));
            output.line("    Source  %s on bus %s".formatted(event.source(), event.bus()));
            output.line("    Order   " + (event.order() == null ? "none" : event.order()));
            output.line("    Rules   " + line.count(event));
            for (Deeds.Deed deed : deeds.of(event)) {
                output.line("      %s %s → %s %s"
                        .formatted(line.mark(deed), deed.rule(), deed.target(), deed.error())
                        .stripTrailing());
            }
            output.line(event.json(confidential).toPrettyString().indent(2).stripTrailing());
        }
        return 0;
    }
}
