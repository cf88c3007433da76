package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// One event and what became of it.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one event, and what each rule that matched did with it.")
final class EventsShow implements Callable<Integer> {
    @Mixin
    private ChosenEvent chosen = new ChosenEvent();

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
            StoredEvent event = chosen.in(rows, host);
            Deeds deeds = new Deeds(stack, rows);
            EventLine line = new EventLine(output, Rules.of(stack), deeds, confidential);
            if (output.json()) {
                output.object(line.object(event));
                return 0;
            }
            output.line("  %s  %s".formatted(event.type(), event.id()));
            new LabeledLines()
                    .add(say("Time"), Moments.dayAndTime(event.time()))
                    .add(say("Source"), say("%s on bus %s", event.source(), event.bus()))
                    .add(say("Order"), event.order() == null ? say("none") : event.order())
                    .add(say("Rules"), line.count(event))
                    .print(output, "    ", "  ");
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
