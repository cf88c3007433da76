package dev.encargo.cli.workflow;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import picocli.CommandLine.Parameters;

/// The execution that a command means: a workflow by its name, and the name of one of its executions.
final class ChosenExecution {
    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The workflow's name.")
    private String workflow = "";

    @Parameters(
            index = "1",
            paramLabel = "EXECUTION",
            description = "An execution's name or an order's id, or enough of its beginning or end.")
    private String execution = "";

    /// What the host has stored of it.
    record Found(String workflow, StoredRun run, HostChoice host) {

        /// How an operation of the host names it.
        ObjectNode named() {
            return Json.object().put("workflow", workflow).put("name", run.name());
        }

        Refusal refused(String why) {
            return new Refusal(
                    Refusal.FAILED,
                    say("%s is %s.", this, run.status()),
                    why,
                    say("Look at it:  %s", encargo("workflow show " + this + host.asGiven())));
        }

        @Override
        public String toString() {
            return workflow + " " + run.name();
        }
    }

    /// @throws Refusal where none, or more than one, is meant
    Found in(HostChoice host) {
        String machine = Workflows.named(host, workflow).name();
        try (ReadOnly rows = host.stored()) {
            return new Found(machine, new ExecutionReference(machine, execution).in(rows, host), host);
        }
    }
}
