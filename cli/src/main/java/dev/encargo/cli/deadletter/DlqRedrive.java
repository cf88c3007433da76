package dev.encargo.cli.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
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
        String name = DeadLetterQueues.of(host.stack()).named(queue);
        List<Letter> letters = Chosen.of(host, name, ids);
        if (dryRun) {
            would(letters);
            return 0;
        }
        ControlClient control = host.control();
        JsonNode answer = control.ask("dead-letters/redrive", Chosen.arguments(name, ids));
        long redriven = answer.path("redriven").asLong();
        long left = answer.path("left").asLong();
        if (output.json()) {
            output.object(
                    Json.object().put("queue", name).put("redriven", redriven).put("left", left));
        } else {
            output.line("  %s %d of %d dead letters of %s are on their way again."
                    .formatted(left == 0 ? output.done() : output.failed(), redriven, redriven + left, name));
            if (left > 0) {
                output.line("    %d stay: their rule or target is gone, or refused them again. encargo dlq show %s"
                        .formatted(left, name));
            }
        }
        return left == 0 ? 0 : Refusal.FAILED;
    }

    private void would(List<Letter> letters) {
        Table table = new Table("MESSAGE", "WOULD GO TO", "DIED OF");
        for (Letter letter : letters) {
            if (output.json()) {
                output.object(Json.object()
                        .put("message", letter.messageId())
                        .put("to", letter.home())
                        .put("error", letter.error()));
            }
            table.row(letter.messageId(), letter.home(), letter.briefly());
        }
        if (output.json()) {
            return;
        }
        if (table.isEmpty()) {
            output.line("  There is nothing to redrive.");
        } else {
            table.print(output);
            output.line("  Nothing was changed.");
        }
    }
}
