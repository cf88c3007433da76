package dev.encargo.local.execution;

import dev.encargo.local.store.Change;
import dev.encargo.local.workflow.engine.Command;
import dev.encargo.local.workflow.engine.Execution;

/// Tells the default bus how an execution ended.
@FunctionalInterface
public interface StatusEvents {
    Change ended(Execution execution, Command.Finished finished);
}
