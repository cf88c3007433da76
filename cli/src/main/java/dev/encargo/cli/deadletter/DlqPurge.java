package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Throws dead letters away.
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Throw a queue's dead letters away for ever. What they would have done is not done.",
        footer = {"", "Example:  encargo dlq purge order-facts --id msg_12 --yes"})
final class DlqPurge implements Runnable {
    @Parameters(paramLabel = "QUEUE", description = "A queue's name; -dlq may be left out.")
    private String queue = "";

    @Option(names = "--id", paramLabel = "MESSAGE", description = "Only this message. May be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--yes", description = "Do it. Without it nothing is thrown away.")
    private boolean yes;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        String name = DeadLetterQueues.of(host).named(queue);
        List<Letter> letters = Chosen.of(host, name, ids);
        if (letters.isEmpty()) {
            told(name, 0);
            return;
        }
        if (!yes) {
            throw new Refusal(
                    Refusal.USAGE,
                    plural(
                            letters.size(),
                            "This would throw away %d dead letter of %s for ever.",
                            "This would throw away %d dead letters of %s for ever.",
                            name),
                    say("Nothing was changed, since --yes was not given."),
                    say("Look first:  %s      then add --yes", encargo("dlq show " + name + host.asGiven())));
        }
        ControlClient control = host.control();
        long purged = control.ask("dead-letters/purge", Chosen.arguments(host, name, ids))
                .path("purged")
                .asLong();
        told(name, purged);
    }

    private void told(String name, long purged) {
        if (output.json()) {
            output.object(Json.object().put("queue", name).put("purged", purged));
        } else if (purged == 0) {
            output.line("  " + say("%s holds no dead letters: there is nothing to throw away.", name));
        } else {
            output.line("  " + output.done() + " "
                    + plural(purged, "%d dead letter of %s is gone.", "%d dead letters of %s are gone.", name));
        }
    }
}
