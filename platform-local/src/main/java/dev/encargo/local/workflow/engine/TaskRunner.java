package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.JsonSize;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.Resource;
import dev.encargo.local.workflow.definition.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Runs Task states: asks the host to do the work and takes what comes of it.
final class TaskRunner {
    private static final long MOST_SECONDS = 99_999_999;

    private TaskRunner() {}

    static boolean needsToken(State.Task state) {
        return state.resource().waitsForToken() || state.resource().kind() == Resource.Kind.ACTIVITY;
    }

    static void run(Turn turn, Frame frame, State.Task state) {
        Command.ScheduleTask command = command(turn, frame, state);
        if (JsonSize.exceedsLimit(command.parameters())) {
            throw Turn.tooLarge(state.name());
        }
        frame.phase = Phase.TASK;
        turn.commands.add(command);
        Long timeout = command.timeoutSeconds();
        if (timeout != null) {
            Instant due = turn.now.plusSeconds(timeout);
            frame.due = due;
            Timers.set(turn, frame, Timers.TIMEOUT, due);
        }
        Long heartbeat = command.heartbeatSeconds();
        if (heartbeat != null) {
            frame.heartbeatSeconds = heartbeat;
            awaitHeartbeat(turn, frame);
        }
        TaskEvents.scheduled(turn.journal, frame, turn.execution.info, command);
    }

    /// What asks for the state's work. Made again after a restart it is the same.
    static Command.ScheduleTask command(Turn turn, Frame frame, State.Task state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        Scope effective = raw.withInput(state.data().effectiveInput(raw));
        JsonNode parameters = state.data().arguments(effective);
        Long timeout = seconds(state.timeout(), "TimeoutSeconds", effective);
        Long heartbeat = seconds(state.heartbeat(), "HeartbeatSeconds", effective);
        if (timeout != null && heartbeat != null && heartbeat >= timeout) {
            throw new StatesError(
                    state.data().isJsonata() ? StatesError.QUERY_EVALUATION_ERROR : StatesError.RUNTIME,
                    "The heartbeat of " + heartbeat + " seconds must be smaller than the timeout of " + timeout
                            + " seconds");
        }
        Expression credentials = state.credentials();
        return new Command.ScheduleTask(
                frame.task(),
                state.name(),
                state.resource(),
                parameters,
                credentials == null ? null : credentials.evaluate(effective),
                needsToken(state) ? TaskToken.of(turn.execution, frame).write() : null,
                timeout,
                heartbeat,
                frame.retryCount);
    }

    private static @Nullable Long seconds(@Nullable Expression field, String name, Scope scope) {
        return field == null ? null : Amount.integer(field, name, scope, 1, MOST_SECONDS);
    }

    static void succeeded(Turn turn, Frame frame, State.Task state, JsonNode output) {
        cancelTimers(turn, frame);
        if (JsonSize.exceedsLimit(output)) {
            Resource resource = state.resource();
            StatesError tooLarge =
                    Turn.tooLarge(resource.kind() == Resource.Kind.INTEGRATION ? resource.service() : resource.text());
            report(turn, frame, state, tooLarge.error(), tooLarge.cause());
            return;
        }
        TaskEvents.succeeded(turn.journal, frame, state.resource(), output);
        Scope raw = turn.scope(frame, state, Turn.Draw.RESULT);
        turn.finish(frame, state, state.data().finish(raw, output), state.next());
    }

    static void failed(Turn turn, Frame frame, State.Task state, @Nullable String error, @Nullable String cause) {
        cancelTimers(turn, frame);
        report(turn, frame, state, error, cause);
    }

    private static void report(
            Turn turn, Frame frame, State.Task state, @Nullable String error, @Nullable String cause) {
        TaskEvents.failed(turn.journal, frame, state.resource(), error, cause);
        turn.failing.state(frame, state, error, cause);
    }

    /// The time for the answer or for a sign of life is over.
    static void timedOut(Turn turn, Frame frame, State.Task state, boolean heartbeat) {
        turn.commands.add(new Command.CancelTask(frame.task()));
        cancelTimers(turn, frame);
        TaskEvents.timedOut(turn.journal, frame, state.resource(), StatesError.TIMEOUT);
        if (heartbeat) {
            turn.failing.heartbeatMissed(frame, state);
        } else {
            turn.failing.state(frame, state, StatesError.TIMEOUT, null);
        }
    }

    private static void cancelTimers(Turn turn, Frame frame) {
        Timers.cancel(turn, frame);
        frame.due = null;
        frame.heartbeatDue = null;
    }

    static void awaitHeartbeat(Turn turn, Frame frame) {
        if (frame.heartbeatSeconds > 0) {
            Instant due = turn.now.plusSeconds(frame.heartbeatSeconds);
            frame.heartbeatDue = due;
            Timers.set(turn, frame, Timers.HEARTBEAT, due);
        }
    }
}
