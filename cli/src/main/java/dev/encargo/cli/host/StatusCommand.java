package dev.encargo.cli.host;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whether a host runs, and what it has to do.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show whether the host runs and what waits in it. Exit code 3 when it does not run.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Optional<RunningHost> running = RunningHost.of(host.data());
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("running", running.isPresent());
        status.put("data", host.data().toString());
        running.ifPresent(self -> describe(status, self));
        count(status);
        if (output.json()) {
            output.object(status);
        } else {
            print(status);
        }
        return running.isPresent() ? 0 : Refusal.NOT_RUNNING;
    }

    private void describe(ObjectNode status, RunningHost self) {
        status.put("pid", self.pid()).put("api", self.api().toString());
        status.put("payments", self.payments()).put("warehouse", self.warehouse());
        JsonNode asked = host.control().ask("status", JsonNodeFactory.instance.objectNode());
        status.set("now", asked.path("now"));
        status.set("quiet", asked.path("quiet"));
        status.set("queues", asked.path("queues"));
    }

    private void count(ObjectNode status) {
        if (!Files.exists(host.data().resolve("encargo.db"))) {
            return;
        }
        try (ReadOnly rows = host.stored()) {
            status.put("orders", rows.count("SELECT count(*) FROM documents WHERE collection = 'orders'"));
            status.put("workflowsRunning", rows.count("SELECT count(*) FROM executions WHERE status = 'RUNNING'"));
            status.put("messages", rows.count("SELECT count(*) FROM messages"));
            status.put("deliveriesWaiting", rows.count("SELECT count(*) FROM deliveries"));
            status.put("events", rows.count("SELECT count(*) FROM events"));
            status.put("mails", rows.count("SELECT count(*) FROM mails"));
        }
    }

    private void print(ObjectNode status) {
        boolean running = status.path("running").booleanValue();
        output.line(
                running
                        ? "  %s %s"
                                .formatted(
                                        output.done(),
                                        say(
                                                "Encargo runs (pid %s) at %s",
                                                status.path("pid"),
                                                status.path("api").asText()))
                        : "  %s %s".formatted(output.failed(), say("Encargo does not run on %s", host.data())));
        if (running) {
            new LabeledLines()
                    .add(
                            say("Payments"),
                            status.path("payments").asText() + "   "
                                    + say(
                                            "Warehouse %s",
                                            status.path("warehouse").asText()))
                    .add(
                            say("Clock"),
                            Moments.dayAndTime(Instant.parse(status.path("now").asText())))
                    .print(output, "    ", " ");
        }
        if (status.has("orders")) {
            output.line("    " + String.join(", ", counted(status)));
        } else {
            output.line("    " + say("Nothing is kept there yet: %s", encargo("up" + host.asGiven())));
        }
        for (JsonNode queue : status.path("queues")) {
            long waiting = queue.path("visible").asLong()
                    + queue.path("inFlight").asLong()
                    + queue.path("delayed").asLong();
            if (waiting > 0) {
                output.line("    %-24s %d".formatted(queue.path("name").asText(), waiting));
            }
        }
    }

    private static List<String> counted(ObjectNode status) {
        return List.of(
                plural(status.path("orders").asLong(), "%d order", "%d orders"),
                plural(status.path("workflowsRunning").asLong(), "%d workflow running", "%d workflows running"),
                plural(status.path("messages").asLong(), "%d message waiting", "%d messages waiting"),
                plural(status.path("events").asLong(), "%d event", "%d events"),
                plural(status.path("mails").asLong(), "%d mail", "%d mails"));
    }
}
