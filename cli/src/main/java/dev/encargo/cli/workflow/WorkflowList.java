package dev.encargo.cli.workflow;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.workflow.data.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The template's workflows and how their executions stand.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the template's workflows and how many of their executions run, succeeded or failed.")
final class WorkflowList implements Runnable {
    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        Map<String, Long> counts = counts();
        Table table = new Table(
                say("WORKFLOW"),
                say("KIND"),
                say("STATES>"),
                say("RUNNING>"),
                say("SUCCEEDED>"),
                say("FAILED>"),
                say("DEFINITION"));
        for (StateMachineResource machine : host.stack().stateMachines().values()) {
            long running = counts.getOrDefault(machine.name() + "/RUNNING", 0L);
            long succeeded = counts.getOrDefault(machine.name() + "/SUCCEEDED", 0L);
            long failed = counts.getOrDefault(machine.name(), 0L) - running - succeeded;
            int states = machine.definition().path("States").size();
            if (output.json()) {
                ObjectNode node = Json.object()
                        .put("workflow", machine.name())
                        .put("kind", machine.kind().name());
                node.put("states", states)
                        .put("running", running)
                        .put("succeeded", succeeded)
                        .put("failed", failed);
                output.object(node.put("definition", machine.definitionFile()));
            }
            table.row(machine.name(), machine.kind(), states, running, succeeded, failed, file(machine));
        }
        if (!output.json()) {
            table.print(output);
        }
    }

    private static String file(StateMachineResource machine) {
        return Position.display(Path.of(machine.definitionFile()));
    }

    /// Executions by `workflow/status`, and of all statuses by `workflow`.
    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        try (ReadOnly rows = host.stored()) {
            rows.list("SELECT machine, status, count(*) FROM executions GROUP BY machine, status", row -> {
                counts.put(row.getString(1) + "/" + row.getString(2), row.getLong(3));
                return counts.merge(row.getString(1), row.getLong(3), Long::sum);
            });
        }
        return counts;
    }
}
