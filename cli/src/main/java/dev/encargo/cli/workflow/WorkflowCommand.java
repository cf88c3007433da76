package dev.encargo.cli.workflow;

import dev.encargo.cli.Group;
import picocli.CommandLine.Command;

/// `encargo workflow …`
@Command(
        name = "workflow",
        aliases = "workflows",
        mixinStandardHelpOptions = true,
        description =
                "Look at workflows and their executions, run a definition by itself, redrive or stop an execution.",
        subcommands = {
            WorkflowList.class,
            WorkflowShow.class,
            WorkflowRuns.class,
            WorkflowRun.class,
            WorkflowRedrive.class,
            WorkflowStop.class
        })
public final class WorkflowCommand extends Group {}
