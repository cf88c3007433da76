package dev.encargo.cli.up;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Version;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.RunningHost;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.source.TemplateRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What `encargo up` says when everything listens: at most 14 lines, all of it counted, none of it typed.
final class Banner {
    private static final double NANOS = 1e9;

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
        output.line("\n  "
                + say("Encargo %s   local · no AWS account, no Docker, nothing leaves this machine", Version.number())
                + "\n");
        addresses(self);
        output.line("\n  " + counted(local.host().stack()) + "   " + say("ready in %.1f s", nanos / NANOS) + "\n");
        labelled(say("Try:"), encargo("order create --sample --watch" + host()));
        labelled(say("Stop:"), say("Ctrl-C") + "      " + say("Logs: %s      Help: %s", log(), encargo("--help")));
    }

    void detached(RunningHost self, long nanos) {
        if (output.json()) {
            output.object(json(self, "ready").put("ms", nanos / 1_000_000));
            return;
        }
        output.line("  "
                + say(
                        "Encargo runs in the background (pid %s), ready in %.1f s.",
                        String.valueOf(self.pid()), nanos / NANOS));
        addresses(self);
        next();
    }

    void already(RunningHost self) {
        if (output.json()) {
            output.object(json(self, "already-running"));
            return;
        }
        String time = Moments.lasted(Duration.between(self.since(), Instant.now()));
        output.line("  " + say("Encargo is already running here (pid %s, %s).", String.valueOf(self.pid()), time));
        addresses(self);
        stack().ifPresent(stack -> output.line("\n  " + counted(stack) + "\n"));
        next();
    }

    /// What runs, unless its template has become one that would not run any more.
    private Optional<Stack> stack() {
        try {
            return Optional.of(new HostChoice(data).stack());
        } catch (TemplateRefused changed) {
            return Optional.empty();
        }
    }

    private void next() {
        labelled(say("Try:"), encargo("order create --sample --watch" + host()));
        labelled(
                say("Stop:"),
                encargo("down" + host()) + "      " + say("Logs: %s      Help: %s", log(), encargo("--help")));
    }

    /// The option that names this host in another command; empty for the default.
    private String host() {
        return new HostChoice(data).asGiven();
    }

    private Path log() {
        return data.resolve("logs").resolve("encargo.log");
    }

    private void addresses(RunningHost self) {
        labelled(say("API:"), self.api().toString());
        labelled(say("Payments:"), self.payments() + "   " + say("Warehouse: %s", self.warehouse()));
        labelled(say("Data:"), data + "  (" + kept() + ")");
    }

    /// All labels are as wide as the longest of them.
    private void labelled(String label, String what) {
        int width = Stream.of(say("API:"), say("Payments:"), say("Data:"), say("Try:"), say("Stop:"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        output.line("  " + label + " ".repeat(width + 2 - label.length()) + what);
    }

    private String kept() {
        try (ReadOnly rows = new HostChoice(data).stored()) {
            long orders = rows.count("SELECT count(*) FROM documents WHERE collection = 'orders'");
            return orders == 0
                    ? say("empty")
                    : plural(
                            orders,
                            "%,d order kept; --fresh to start empty",
                            "%,d orders kept; --fresh to start empty");
        }
    }

    private String counted(Stack stack) {
        return String.join(
                "  ",
                marked(plural(stack.functions().size(), "%d function", "%d functions")),
                marked(plural(stack.stateMachines().size(), "%d workflow", "%d workflows")),
                marked(plural(stack.rules().size(), "%d rule", "%d rules")),
                marked(plural(stack.queues().size(), "%d queue", "%d queues")));
    }

    private String marked(String what) {
        return output.done() + " " + what;
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
}
