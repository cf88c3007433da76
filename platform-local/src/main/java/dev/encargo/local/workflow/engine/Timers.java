package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.definition.WorkflowType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Names and settings of an execution's timers.
final class Timers {
    static final String EXECUTION = "execution";
    static final String WAIT = "wait";
    static final String RETRY = "retry";
    static final String TIMEOUT = "timeout";
    static final String HEARTBEAT = "heartbeat";
    /// Outlasts the attempts of an iteration's states, so its name has no sequence.
    static final String LIFETIME = "lifetime";

    private Timers() {}

    static void set(Turn turn, Frame frame, String kind, Instant at) {
        turn.commands.add(new Command.SetTimer(frame.timer(kind), at));
        // An execution that sets no limit of its own gets the timer of the general one only once it can matter.
        if (!turn.execution.deadlineTimed && !at.isBefore(turn.execution.deadline)) {
            setDeadline(turn);
        }
    }

    static void setDeadlineWhenLimited(Turn turn) {
        if (turn.definition.timeoutSeconds() != null || turn.definition.type() == WorkflowType.EXPRESS) {
            setDeadline(turn);
        }
    }

    private static void setDeadline(Turn turn) {
        turn.execution.deadlineTimed = true;
        turn.commands.add(new Command.SetTimer(EXECUTION, turn.execution.deadline));
    }

    /// Gives an iteration the time of an execution of its own.
    static void startLifetime(Turn turn, Frame iteration) {
        Instant deadline = turn.now.plus(WorkflowType.EXPRESS.longest());
        iteration.deadline = deadline;
        turn.commands.add(lifetime(iteration, deadline));
    }

    static Command.SetTimer lifetime(Frame iteration, Instant deadline) {
        return new Command.SetTimer(lifetimeName(iteration), deadline);
    }

    static void endLifetime(Turn turn, Frame frame) {
        if (frame.deadline != null) {
            frame.deadline = null;
            turn.commands.add(new Command.CancelTimer(lifetimeName(frame)));
        }
    }

    private static String lifetimeName(Frame frame) {
        return frame.path() + ":" + LIFETIME;
    }

    /// Cancels the timers of a frame's attempt.
    static void cancel(Turn turn, Frame frame) {
        String kind = switch (frame.phase) {
            case WAIT -> WAIT;
            case RETRY -> RETRY;
            case TASK -> TIMEOUT;
            case ENTER, RUN, CHILDREN, DONE, FAILED, ABORTED -> null;
        };
        cancel(turn, frame, kind, frame.due);
        cancel(turn, frame, HEARTBEAT, frame.heartbeatDue);
    }

    private static void cancel(Turn turn, Frame frame, @Nullable String kind, @Nullable Instant due) {
        if (kind != null && due != null) {
            turn.commands.add(new Command.CancelTimer(frame.timer(kind)));
        }
    }
}
