package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.ErrorPolicy;
import dev.encargo.local.workflow.definition.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of an error: the state tries again, another state takes over, or the flow fails.
final class Failing {
    private final Turn turn;

    Failing(Turn turn) {
        this.turn = turn;
    }

    /// A field of the state could not be evaluated.
    void evaluation(Frame frame, State state, StatesError e) {
        StatesError worded = worded(frame, state, e);
        if (e.error().equals(StatesError.QUERY_EVALUATION_ERROR)) {
            ObjectNode details = Journal.errorDetails(worded.error(), worded.cause());
            details.put("state", state.name());
            turn.journal.add(frame, "EvaluationFailed", "evaluationFailedEventDetails", details);
        }
        abortChildren(frame);
        state(frame, state, worded.error(), worded.cause());
    }

    private static StatesError worded(Frame frame, State state, StatesError e) {
        if (e.error().equals(StatesError.DATA_LIMIT_EXCEEDED)
                || e.error().equals(StatesError.EXCEED_TOLERATED_FAILURE_THRESHOLD)) {
            return e;
        }
        return new StatesError(
                e.error(),
                "An error occurred while executing the state '" + state.name() + "' (entered at the event id #"
                        + frame.enteredEvent + "). " + (e.cause() == null ? "" : e.cause()));
    }

    /// The state reports an error.
    void state(Frame frame, State state, @Nullable String error, @Nullable String cause) {
        named(error == null ? "" : error, frame, state, error, cause);
    }

    /// A missed heartbeat is reported as a timeout (States Language, "Timeouts"), and is taken by either name.
    void heartbeatMissed(Frame frame, State state) {
        named(StatesError.HEARTBEAT_TIMEOUT, frame, state, StatesError.TIMEOUT, null);
    }

    private void named(String name, Frame frame, State state, @Nullable String error, @Nullable String cause) {
        boolean branched = state instanceof State.Parallel;
        ErrorPolicy.Retrier retrier = retrier(frame, state, name, branched);
        if (retrier != null) {
            retry(frame, state, retrier);
            return;
        }
        for (ErrorPolicy.Catcher catcher : state.policy().catchers()) {
            if (ErrorPolicy.covers(catcher.errors(), name, branched)) {
                caught(frame, state, catcher, error, cause);
                return;
            }
        }
        flow(frame, error, cause);
    }

    /// The first retrier for the error, when it has attempts left: a later one does not take its place.
    private static ErrorPolicy.@Nullable Retrier retrier(Frame frame, State state, String error, boolean branched) {
        List<ErrorPolicy.Retrier> retriers = state.policy().retriers();
        for (int i = 0; i < retriers.size(); i++) {
            ErrorPolicy.Retrier retrier = retriers.get(i);
            if (ErrorPolicy.covers(retrier.errors(), error, branched)) {
                return attempts(frame, retriers.size())[i] < retrier.maxAttempts() ? retrier : null;
            }
        }
        return null;
    }

    private static long[] attempts(Frame frame, int size) {
        if (frame.attempts.length != size) {
            frame.attempts = java.util.Arrays.copyOf(frame.attempts, size);
        }
        return frame.attempts;
    }

    private void retry(Frame frame, State state, ErrorPolicy.Retrier retrier) {
        int index = state.policy().retriers().indexOf(retrier);
        double fraction = turn.scope(frame, state, Turn.Draw.DELAY).chance().fraction();
        double seconds = retrier.delay(frame.attempts[index], fraction);
        frame.attempts[index]++;
        frame.retryCount++;
        turn.settle(frame);
        Instant due = turn.now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        frame.due = due;
        frame.phase = Phase.RETRY;
        Timers.set(turn, frame, Timers.RETRY, due);
    }

    private void caught(
            Frame frame, State state, ErrorPolicy.Catcher catcher, @Nullable String error, @Nullable String cause) {
        ObjectNode errorOutput = Json.object();
        errorOutput.put("Error", error == null ? "" : error);
        errorOutput.put("Cause", cause == null ? "" : cause);
        DataFlow.Outcome outcome;
        try {
            Scope scope = turn.scope(frame, state, Turn.Draw.CAUGHT);
            outcome = state.data().caught(scope, catcher, errorOutput);
            turn.requireRoom(frame, state, outcome);
        } catch (StatesError e) {
            StatesError worded = worded(frame, state, e);
            flow(frame, worded.error(), worded.cause());
            return;
        }
        turn.leave(frame, state, outcome, catcher.next());
    }

    /// The flow of a frame fails: the execution, or the state that the frame is a branch or an iteration of.
    void flow(Frame frame, @Nullable String error, @Nullable String cause) {
        frame.phase = Phase.FAILED;
        frame.due = null;
        frame.heartbeatDue = null;
        Frame parent = frame.parent;
        if (parent == null) {
            turn.end(Status.FAILED, null, error, cause);
            return;
        }
        State state = turn.state(parent);
        if (state instanceof State.Map map) {
            MapRunner.iterationFailed(turn, parent, map, frame, error, cause);
            return;
        }
        abortChildren(parent);
        parent.lastEvent = frame.lastEvent;
        turn.journal.add(
                parent, "ParallelStateFailed", "parallelStateFailedEventDetails", Journal.errorDetails(error, cause));
        state(parent, state, error, cause);
    }

    /// The time of an iteration that is an execution of its own is over.
    void timedOut(Frame iteration) {
        // The timer that has fired needs no cancelling.
        iteration.deadline = null;
        abort(iteration);
        flow(iteration, StatesError.TIMEOUT, null);
    }

    /// Drops what branches and iterations still wait for. They stay where they are, for a redrive.
    void abortChildren(Frame frame) {
        for (Frame child : frame.children) {
            abort(child);
        }
    }

    void abort(Frame frame) {
        if (frame.phase.ended()) {
            return;
        }
        abortChildren(frame);
        if (frame.phase == Phase.TASK) {
            turn.commands.add(new Command.CancelTask(frame.task()));
        }
        Timers.cancel(turn, frame);
        Timers.endLifetime(turn, frame);
        frame.due = null;
        frame.heartbeatDue = null;
        frame.phase = Phase.ABORTED;
    }
}
