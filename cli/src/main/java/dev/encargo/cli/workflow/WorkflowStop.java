package dev.encargo.cli.workflow;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stop a running execution. What it has done stays done: an order's undo is not started by it.
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {"Stop a running execution. What it has done stays done: an order's undo is not started by it.", "Exit code 1 when it cannot be."})
final class WorkflowStop implements Runnable {
    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The workflow's name.")
    private String workflow = "";

    @Parameters(index = "1", paramLabel = "EXECUTION", description = "An execution's name, or an order's id.")
    private String execution = "";

    @Option(names = "--cause", paramLabel = "TEXT", defaultValue = "Stopped by the operator.", description = "Why (default: ${DEFAULT-VALUE}).")
    private String cause = "Stopped by the operator.";

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        ControlClient control = host.control();
        String machine = Workflows.named(host.stack(), workflow).name();
        StoredRun run;
        try (ReadOnly rows = host.stored()) {
            run = StoredRun.of(rows, machine, execution);
        }
        boolean done = control.ask("executions/stop", Json.object().put("workflow", machine).put("name", run.name()).put("cause", cause))
                .path("stopped")
                .asBoolean();
        if (!done) {
            throw new Refusal(
                    Refusal.FAILED,
                    "%s %s is %s.".formatted(machine, run.name(), run.status()),
                    "It does not run any more. Nothing was changed.",
                    "Look at it:  encargo workflow show " + machine + " " + run.name());
        }
        if (output.json()) {
            output.object(Json.object().put("workflow", machine).put("name", run.name()).put("stopped", true));
        } else {
            output.line("  %s %s %s was stopped at %s.".formatted(output.done(), machine, run.name(), run.at()));
        }
    }
}
