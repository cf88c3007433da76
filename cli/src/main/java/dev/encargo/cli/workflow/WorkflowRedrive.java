package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.output.Output;
import dev.encargo.cli.running.ControlClient;
import dev.encargo.cli.running.HostChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Run a failed, timed-out or stopped execution again from where it ended, under its own name.
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Run a failed, timed-out or stopped execution again from where it ended, under its own name.",
            "Exit code 1 when it cannot be."
        })
final class WorkflowRedrive implements Runnable {
    @Mixin
    private ChosenExecution chosen = new ChosenExecution();

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        ControlClient control = host.control();
        ChosenExecution.Found found = chosen.in(host);
        if (!control.ask("executions/redrive", found.named()).path("redriven").asBoolean()) {
            throw found.refused(say("Only what failed, timed out or was stopped runs again. Nothing was changed."));
        }
        if (output.json()) {
            output.object(found.named().put("redriven", true));
        } else {
            output.line("  " + output.done() + " "
                    + say("%s goes on from %s.", found, found.run().at()));
        }
    }
}
