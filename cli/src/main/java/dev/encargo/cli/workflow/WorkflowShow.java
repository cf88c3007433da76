package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Confidential;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A definition, or the path that one execution took through it.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Show a workflow's definition; or, of one execution, each state that it entered with its time, retries and errors.",
            "An execution is named by its name or by the order that it is about, or by enough of the beginning or end of either."
        },
        footer = {"", "Example:  encargo workflow show FulfilOrder ord_…"})
final class WorkflowShow implements Runnable {
    private static final int ERRORS_SHOWN = 3;

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The workflow's name.")
    private String workflow = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "EXECUTION",
            description = "An execution's name or an order's id, or enough of its beginning or end.")
    private @Nullable String execution;

    @Option(names = "--io", description = "With each state's input and output.")
    private boolean io;

    @Option(names = "--private", description = "With the customer's data in inputs and outputs.")
    private boolean confidential;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        StateMachineResource machine = Workflows.named(host, workflow);
        if (execution == null) {
            definition(machine);
            return;
        }
        try (ReadOnly rows = host.stored()) {
            StoredRun run = new ExecutionReference(machine.name(), execution).in(rows, host);
            List<Visit> visits = History.of(rows, run.id());
            if (output.json()) {
                output.object(object(run, visits));
            } else {
                print(run, visits);
            }
        }
    }

    private void definition(StateMachineResource machine) {
        if (output.json()) {
            ObjectNode node = Json.object()
                    .put("workflow", machine.name())
                    .put("kind", machine.kind().name());
            node.put("file", machine.definitionFile()).set("definition", machine.definition());
            output.object(node);
            return;
        }
        output.line("  %s  %s  %s"
                .formatted(machine.name(), machine.kind(), Position.display(Path.of(machine.definitionFile()))));
        Outline.of(machine.definition()).forEach(output::line);
    }

    private void print(StoredRun run, List<Visit> visits) {
        Instant now = host.now();
        String mark = run.running() ? output.waiting() : run.succeeded() ? output.done() : output.failed();
        output.line("  %s %s  %s  %s  %s".formatted(mark, run.workflow(), run.name(), run.status(), run.order()));
        output.line("    "
                + say(
                        run.running() ? "Started %s, runs for %s" : "Started %s, took %s",
                        Moments.dayAndTime(run.started()),
                        Moments.lasted(run.lasted(now))));
        for (Visit visit : visits) {
            print(run, visit, now);
        }
        if (!run.error().isEmpty()) {
            output.line(
                    "    " + say("Error") + "   " + run.error() + (run.cause().isEmpty() ? "" : ": " + run.cause()));
        }
    }

    private void print(StoredRun run, Visit visit, Instant now) {
        String indent = "  " + "│ ".repeat(visit.depth());
        String mark = visit.left() != null ? output.done() : run.running() ? output.waiting() : output.failed();
        Instant until = visit.left() != null ? visit.left() : run.stopped() == null ? now : run.stopped();
        output.line("%s%s %s  %s%s%s"
                .formatted(
                        indent,
                        mark,
                        visit.state(),
                        Moments.lasted(Duration.between(visit.entered(), until)),
                        visit.attempts() > 1 ? "  ×" + visit.attempts() : "",
                        visit.errors().isEmpty() ? "" : "  (" + newest(visit.errors()) + ")"));
        if (io) {
            new LabeledLines()
                    .add(say("in"), shown(visit.input()))
                    .add(say("out"), shown(visit.output()))
                    .print(output, indent + "    ", "  ");
        }
    }

    /// The newest errors of a state, which may have been tried thousands of times.
    private static String newest(List<String> errors) {
        int from = Math.max(0, errors.size() - ERRORS_SHOWN);
        String shown = String.join(", ", errors.subList(from, errors.size()));
        return from == 0 ? shown : say("%d errors, the last: %s", errors.size(), shown);
    }

    private String shown(@Nullable String json) {
        return json == null ? "" : confidential ? json : Confidential.hidden(json);
    }

    private ObjectNode object(StoredRun run, List<Visit> visits) {
        ObjectNode node = run.toJson();
        ArrayNode states = node.putArray("states");
        for (Visit visit : visits) {
            ObjectNode state = states.addObject().put("state", visit.state()).put("kind", visit.kind());
            state.put("depth", visit.depth()).put("entered", visit.entered().toString());
            state.put("left", visit.left() == null ? null : visit.left().toString())
                    .put("attempts", visit.attempts());
            ArrayNode errors = state.putArray("errors");
            visit.errors().forEach(errors::add);
            if (io && visit.input() != null) {
                state.set("input", StoredRun.tree(shown(visit.input())));
            }
            if (io && visit.output() != null) {
                state.set("output", StoredRun.tree(shown(visit.output())));
            }
        }
        return node;
    }
}
