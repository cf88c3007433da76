package dev.encargo.cli.workflow;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Run a failed, timed-out or stopped execution again from where it ended, under its own name.
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {"Run a failed, timed-out or stopped execution again from where it ended, under its own name.", "Exit code 1 when it cannot be."})
final class WorkflowRedrive implements Runnable {
    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The workflow's name.")
    private String workflow = "";

    @Parameters(index = "1", paramLabel = "EXECUTION", description = "An execution's name, or an order's id.")
    private String execution = "";

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
        boolean done = control.ask("executions/redrive", Json.object().put("workflow", machine).put("name", run.name()))
                .path("redriven")
                .asBoolean();
        if (!done) {
            throw new Refusal(
                    Refusal.FAILED,
                    "%s %s is %s.".formatted(machine, run.name(), run.status()),
                    "It runs, or it succeeded. Nothing was changed.",
                    "Look at it:  encargo workflow show " + machine + " " + run.name());
        }
        if (output.json()) {
            output.object(Json.object().put("workflow", machine).put("name", run.name()).put("redriven", true));
        } else {
            output.line("  %s %s %s goes on from %s.".formatted(output.done(), machine, run.name(), run.at()));
        }
    }
}
