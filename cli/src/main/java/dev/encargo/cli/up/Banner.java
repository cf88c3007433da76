package dev.encargo.cli.up;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Version;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What `encargo up` says when everything listens: at most 14 lines, all of it counted, none of it typed.
final class Banner {
    private final Output output;
    private final Path data;

    Banner(Output output, Path data) {
        this.output = output;
        this.data = data;
    }

    void ready(RunningHost self, LocalStack local, long nanos) {
        if (output.json()) {
            output.object(json(self, "ready").put("ms", nanos / 1_000_000));
            return;
        }
        output.line("\n  Encargo %s   local · no AWS account, no Docker, nothing leaves this machine\n"
                .formatted(Version.number()));
        addresses(self);
        Stack stack = local.host().stack();
        output.line("\n  %s   ready in %s s\n"
                .formatted(
                        String.join(
                                "  ",
                                counted(stack.functions().size(), "function"),
                                counted(stack.stateMachines().size(), "workflow"),
                                counted(stack.rules().size(), "rule"),
                                counted(stack.queues().size(), "queue")),
                        "%.1f".formatted(nanos / 1e9)));
        output.line("  Try:       encargo order create --sample --watch" + host());
        output.line("  Stop:      Ctrl-C      Logs: " + data.resolve("logs").resolve("encargo.log")
                + "      Help: encargo --help");
    }

    /// The option that names this host in another command; empty for the default.
    private String host() {
        return new HostChoice(data).asGiven();
    }

    void detached(RunningHost self) {
        if (output.json()) {
            output.object(json(self, "ready"));
            return;
        }
        output.line("  Encargo runs in the background (pid " + self.pid() + ").");
        addresses(self);
        output.line("  Stop:      encargo down" + host());
    }

    void already(RunningHost self) {
        if (output.json()) {
            output.object(json(self, "already-running"));
            return;
        }
        output.line("  Encargo is already running here (pid " + self.pid() + ", " + since(self.since()) + ").");
        addresses(self);
    }

    private void addresses(RunningHost self) {
        output.line("  API:       " + self.api());
        output.line("  Payments:  " + self.payments() + "   Warehouse: " + self.warehouse());
        output.line("  Data:      " + data + "  (" + kept() + ")");
    }

    private String kept() {
        try (ReadOnly rows = ReadOnly.open(data.resolve("encargo.db"))) {
            long orders = rows.count("SELECT count(*) FROM documents WHERE collection = 'orders'");
            return orders == 0
                    ? "empty"
                    : orders + (orders == 1 ? " order" : " orders") + " kept; --fresh to start empty";
        }
    }

    private ObjectNode json(RunningHost self, String event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("event", event);
        node.put("version", Version.number());
        node.put("api", self.api().toString());
        node.put("payments", self.payments());
        node.put("warehouse", self.warehouse());
        node.put("data", data.toString());
        node.put("pid", self.pid());
        return node;
    }

    private String counted(int count, String what) {
        return "%s %d %s"
                .formatted(output.done(), count, count == 1 ? what : what + "s")
                .toLowerCase(Locale.ROOT);
    }

    private static String since(Instant start) {
        long minutes = Duration.between(start, Instant.now()).toMinutes();
        return minutes == 0 ? "just started" : minutes + " min";
    }
}
