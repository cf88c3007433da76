package dev.encargo.cli.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
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
        if (!java.nio.file.Files.exists(host.data().resolve("encargo.db"))) {
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
                        ? "  %s Encargo runs (pid %s) at %s"
                                .formatted(
                                        output.done(),
                                        status.path("pid"),
                                        status.path("api").asText())
                        : "  %s Encargo does not run on %s"
                                .formatted(output.failed(), status.path("data").asText()));
        if (running) {
            output.line("    Payments " + status.path("payments").asText() + "   Warehouse "
                    + status.path("warehouse").asText());
            output.line("    Clock    " + status.path("now").asText());
        }
        if (status.has("orders")) {
            output.line("    %s orders, %s workflows running, %s messages waiting, %s events, %s mails"
                    .formatted(
                            status.path("orders"),
                            status.path("workflowsRunning"),
                            status.path("messages"),
                            status.path("events"),
                            status.path("mails")));
        } else {
            output.line("    Nothing is kept there yet: encargo up");
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
}
