package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.words.Words;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives dead letters another try.
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Give a queue's dead letters another try: each goes back to the queue that it died in, or to the target that refused it.",
            "Exit code 1 when some are left: their rule or target is gone, or refused them again."
        },
        footer = {"", "Example:  encargo dlq redrive order-facts --dry-run"})
final class DlqRedrive implements Callable<Integer> {
    @Parameters(paramLabel = "QUEUE", description = "A queue's name; -dlq may be left out.")
    private String queue = "";

    @Option(names = "--id", paramLabel = "MESSAGE", description = "Only this message. May be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only say what would go where.")
    private boolean dryRun;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        String name = DeadLetterQueues.of(host).named(queue);
        List<Letter> letters = Chosen.of(host, name, ids);
        if (dryRun) {
            would(name, letters);
            return 0;
        }
        if (letters.isEmpty()) {
            told(name, 0, 0);
            return 0;
        }
        ControlClient control = host.control();
        JsonNode answer = control.ask("dead-letters/redrive", Chosen.arguments(host, name, ids));
        long redriven = answer.path("redriven").asLong();
        long left = answer.path("left").asLong();
        told(name, redriven, left);
        return left == 0 ? 0 : Refusal.FAILED;
    }

    private void told(String name, long redriven, long left) {
        if (output.json()) {
            output.object(
                    Json.object().put("queue", name).put("redriven", redriven).put("left", left));
        } else if (redriven + left == 0) {
            output.line("  " + say("%s holds no dead letters: there is nothing to redrive.", name));
        } else {
            print(name, redriven, left);
        }
    }

    private void print(String name, long redriven, long left) {
        output.line("  " + (left == 0 ? output.done() : output.failed()) + " "
                + plural(
                        redriven + left,
                        "%2$d of %1$d dead letter of %3$s is on its way again.",
                        "%2$d of %1$d dead letters of %3$s are on their way again.",
                        redriven,
                        name));
        if (left > 0) {
            output.line("    "
                    + plural(
                            left,
                            "%d stays: its rule or target is gone, or refused it again.",
                            "%d stay: their rule or target is gone, or refused them again.")
                    + " " + encargo("dlq show " + name + host.asGiven()));
        }
    }

    private void would(String name, List<Letter> letters) {
        Table table = new Table(say("MESSAGE"), say("WOULD GO TO"), say("DIED OF"));
        for (Letter letter : letters) {
            if (output.json()) {
                output.object(Json.object()
                        .put("message", letter.messageId())
                        .put("to", Words.inEnglish(letter::home))
                        .put("error", letter.error()));
            }
            table.row(letter.messageId(), letter.home(), letter.briefly());
        }
        if (output.json()) {
            return;
        }
        if (table.isEmpty()) {
            output.line("  " + say("%s holds no dead letters: there is nothing to redrive.", name));
        } else {
            table.print(output);
            output.line("  " + say("Nothing was changed."));
        }
    }
}
