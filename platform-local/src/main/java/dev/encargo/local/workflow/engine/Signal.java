package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What happens to an execution from outside. A task is named by the identifier of its [Command.ScheduleTask] or by
/// its token.
public sealed interface Signal {
    /// The task gave this output.
    record TaskSucceeded(String task, JsonNode output) implements Signal {}

    /// The task failed.
    record TaskFailed(
            String task, @Nullable String error, @Nullable String cause) implements Signal {}

    /// The call that gives somebody the token of a waiting task was made, and answered this. Only the history
    /// learns it.
    record TaskSubmitted(String task, JsonNode output) implements Signal {}

    /// The task is alive.
    record TaskHeartbeat(String task) implements Signal {}

    /// The moment of a timer has come.
    record TimerDue(String timer) implements Signal {}

    /// Somebody stops the execution.
    record Stop(@Nullable String error, @Nullable String cause) implements Signal {}
}
