package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.Limit;
import dev.encargo.local.store.ReadOnly;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The newest executions.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List executions, the newest first: how they ended or where they stand.",
        footer = {"", "Example:  encargo workflow runs --failed"})
final class WorkflowRuns implements Runnable {
    @Option(names = "--failed", description = "Only those that failed, timed out or were stopped.")
    private boolean failed;

    @Option(names = "--workflow", paramLabel = "NAME", description = "Only those of this workflow.")
    private @Nullable String workflow;

    @Mixin
    private Limit limit = new Limit();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        int most = limit.number();
        String machine =
                workflow == null ? null : Workflows.named(host, workflow).name();
        List<StoredRun> runs;
        try (ReadOnly rows = host.stored()) {
            runs = rows.list(
                    StoredRun.SELECT + " WHERE (? IS NULL OR machine = ?)"
                            + (failed ? " AND status NOT IN ('RUNNING', 'SUCCEEDED')" : "")
                            + " ORDER BY id DESC LIMIT ?",
                    StoredRun::read,
                    machine,
                    machine,
                    most);
        }
        if (output.json()) {
            runs.forEach(run -> output.object(run.toJson()));
        } else if (runs.isEmpty()) {
            output.line("  " + (failed ? say("No execution failed.") : say("There is no execution yet.")));
        } else {
            print(runs);
        }
    }

    private void print(List<StoredRun> runs) {
        Instant now = host.now();
        Table table = new Table(
                say("STARTED"), say("WORKFLOW"), say("STATUS"), say("AT"), say("TIME>"), say("ORDER"), say("NAME"));
        runs.forEach(run -> table.row(
                Moments.dayAndTime(run.started()),
                run.workflow(),
                run.status(),
                run.succeeded() ? "" : run.at(),
                Moments.lasted(run.lasted(now)),
                run.order(),
                run.name()));
        table.print(output);
        runs.stream()
                .filter(run -> !run.error().isEmpty())
                .forEach(run -> output.line("  %s %s %s: %s"
                        .formatted(
                                output.failed(),
                                run.workflow(),
                                run.name(),
                                run.error() + (run.cause().isEmpty() ? "" : " (" + run.cause() + ")"))));
    }
}
