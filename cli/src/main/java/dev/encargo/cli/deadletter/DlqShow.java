package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Confidential;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A queue's dead letters, or one of them whole.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a queue's dead letters and what they died of, or one letter whole.",
        footer = {"", "Example:  encargo dlq show order-facts", "          encargo dlq show msg_12"})
final class DlqShow implements Runnable {
    @Parameters(paramLabel = "QUEUE|MESSAGE", description = "A queue's name, or a message's.")
    private String what = "";

    @Option(names = "--private", description = "With the customer's data.")
    private boolean confidential;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        DeadLetterQueues queues = DeadLetterQueues.of(host);
        Optional<String> queue = queues.find(what);
        try (ReadOnly rows = host.stored()) {
            if (queue.isPresent()) {
                queue(queue.get(), DeadLetterQueues.letters(rows, queue.get()));
            } else {
                letter(letter(rows, queues));
            }
        }
    }

    private void queue(String name, List<Letter> letters) {
        if (output.json()) {
            letters.forEach(letter -> output.object(letter.toJson(confidential)));
        } else if (letters.isEmpty()) {
            output.line("  " + say("%s holds no dead letters.", name));
        } else {
            Table table = new Table(say("MESSAGE"), say("DIED"), say("FROM"), say("ERROR"));
            letters.forEach(letter ->
                    table.row(letter.messageId(), Moments.dayAndTime(letter.sent()), letter.home(), letter.briefly()));
            table.print(output);
        }
    }

    private Letter letter(ReadOnly rows, DeadLetterQueues queues) {
        if (!what.startsWith("msg_")) {
            queues.named(what);
        }
        List<Letter> found = new ArrayList<>(
                rows.list(Letter.SELECT + " WHERE id = ?", Letter::read, DeadLetterQueues.number(what, host)));
        found.removeIf(letter -> !queues.names().contains(letter.queue()));
        if (found.isEmpty()) {
            throw new Refusal(
                    Refusal.FAILED,
                    say("There is no dead letter %s.", what),
                    say("It may have been redriven."),
                    say("Use:  %s", encargo("dlq list" + host.asGiven())));
        }
        return found.getFirst();
    }

    private void letter(Letter letter) {
        if (output.json()) {
            output.object(letter.toJson(confidential));
            return;
        }
        output.line("  " + say("%s in %s", letter.messageId(), letter.queue()));
        new LabeledLines()
                .add(say("Died"), Moments.dayAndTime(letter.sent()))
                .add(say("From"), letter.home())
                .add(say("Error"), letter.error().isEmpty() ? say("not said") : letter.error())
                .print(output, "    ", "  ");
        letter.attributes().forEach((name, value) -> output.line("    %s: %s".formatted(name, value)));
        output.line(pretty(letter.body()).indent(2).stripTrailing());
    }

    private String pretty(String body) {
        String shown = confidential ? body : Confidential.hidden(body);
        try {
            return Json.parse(shown).toPrettyString();
        } catch (JsonProcessingException notJson) {
            return shown;
        }
    }
}
