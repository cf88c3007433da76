package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Stop a running execution. What it has done stays done: an order's undo is not started by it.
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Stop a running execution. What it has done stays done: an order's undo is not started by it.",
            "Exit code 1 when it cannot be."
        })
final class WorkflowStop implements Runnable {
    @Mixin
    private ChosenExecution chosen = new ChosenExecution();

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            defaultValue = "Stopped by the operator.",
            description = "Why (default: ${DEFAULT-VALUE}).")
    private String cause = "Stopped by the operator.";

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        ControlClient control = host.control();
        ChosenExecution.Found found = chosen.in(host);
        if (!control.ask("executions/stop", found.named().put("cause", cause))
                .path("stopped")
                .asBoolean()) {
            throw found.refused(say("It does not run any more. Nothing was changed."));
        }
        if (output.json()) {
            output.object(found.named().put("stopped", true));
        } else {
            output.line("  " + output.done() + " "
                    + say("%s was stopped at %s.", found, found.run().at()));
        }
    }
}
