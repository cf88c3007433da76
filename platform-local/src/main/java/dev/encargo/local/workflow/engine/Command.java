package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.definition.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the host has to do after a step.
public sealed interface Command {
    /// Do the work of a Task state, and signal its end with `task`.
    ///
    /// @param task unique in the execution and different for every attempt
    /// @param state the name of the state
    /// @param resource what to call
    /// @param parameters what to call it with
    /// @param credentials the role to call it with, or null
    /// @param token what answers the task from elsewhere, or null when the call's own answer ends it
    /// @param timeoutSeconds the limit for the answer, or null; the engine sets its own timer
    /// @param heartbeatSeconds the limit between signs of life, or null; the engine sets its own timer
    /// @param retryCount how often the state was tried before
    record ScheduleTask(
            String task,
            String state,
            Resource resource,
            JsonNode parameters,
            @Nullable JsonNode credentials,
            @Nullable String token,
            @Nullable Long timeoutSeconds,
            @Nullable Long heartbeatSeconds,
            int retryCount)
            implements Command {}

    /// Nobody waits for this task any more.
    record CancelTask(String task) implements Command {}

    /// Signal [Signal.TimerDue] at this moment. A timer of the same name is moved.
    record SetTimer(String timer, Instant at) implements Command {}

    record CancelTimer(String timer) implements Command {}

    /// The execution has ended.
    ///
    /// @param output the output of an execution that succeeded, else null
    record Finished(
            Status status,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause) implements Command {}
}
