package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.definition.State;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Finds whom a signal concerns and tells it.
final class Reception {
    private final Turn turn;

    Reception(Turn turn) {
        this.turn = turn;
    }

    Step.Reception receive(Signal signal) {
        return switch (signal) {
            case Signal.TaskSucceeded s ->
                task(s.task(), (frame, task) -> TaskRunner.succeeded(turn, frame, task, s.output()));
            case Signal.TaskFailed s ->
                task(s.task(), (frame, task) -> TaskRunner.failed(turn, frame, task, s.error(), s.cause()));
            case Signal.TaskSubmitted s ->
                task(s.task(), (frame, task) -> TaskEvents.submitted(turn.journal, frame, task.resource(), s.output()));
            case Signal.TaskHeartbeat s -> task(s.task(), (frame, task) -> TaskRunner.awaitHeartbeat(turn, frame));
            case Signal.TimerDue s -> timer(s.timer());
            case Signal.Stop s -> stop(s);
        };
    }

    private Step.Reception task(String named, BiConsumer<Frame, State.Task> consumer) {
        String task = named.indexOf('#') >= 0
                ? named
                : TaskToken.read(named).map(TaskToken::task).orElse("");
        Frame frame = frame(task);
        if (frame == null || frame.phase != Phase.TASK || !(turn.state(frame) instanceof State.Task state)) {
            return Step.Reception.NO_LONGER_AWAITED;
        }
        if (!task.equals(named) && !TaskToken.of(turn.execution, frame).write().equals(named)) {
            return Step.Reception.NO_LONGER_AWAITED;
        }
        turn.guarded(frame, state, () -> consumer.accept(frame, state));
        return Step.Reception.ACCEPTED;
    }

    /// The frame that waits for a task, or null.
    private @Nullable Frame frame(String task) {
        int hash = task.indexOf('#');
        if (hash < 0) {
            return null;
        }
        Frame frame = at(task.substring(0, hash));
        return frame != null && frame.task().equals(task) ? frame : null;
    }

    private @Nullable Frame at(String path) {
        Frame frame = turn.execution.root;
        if (!path.isEmpty()) {
            for (String index : path.split("\\.")) {
                Frame child = isNumber(index) ? frame.child(Integer.parseInt(index)) : null;
                if (child == null) {
                    return null;
                }
                frame = child;
            }
        }
        return frame;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Step.Reception timer(String timer) {
        if (timer.equals(Timers.EXECUTION)) {
            turn.commands.add(new Command.SetTimer(timer, turn.execution.deadline));
            return Step.Reception.TOO_EARLY;
        }
        int colon = timer.lastIndexOf(':');
        if (timer.endsWith(":" + Timers.LIFETIME)) {
            return lifetime(timer, at(timer.substring(0, colon)));
        }
        Frame frame = colon < 0 ? null : frame(timer.substring(0, colon));
        if (frame == null) {
            return Step.Reception.NO_LONGER_AWAITED;
        }
        String kind = timer.substring(colon + 1);
        Instant due = kind.equals(Timers.HEARTBEAT) ? frame.heartbeatDue : frame.due;
        if (due == null || !belongs(kind, frame.phase)) {
            return Step.Reception.NO_LONGER_AWAITED;
        }
        if (turn.now.isBefore(due)) {
            turn.commands.add(new Command.SetTimer(timer, due));
            return Step.Reception.TOO_EARLY;
        }
        State state = turn.state(frame);
        turn.guarded(frame, state, () -> due(frame, state, kind));
        return Step.Reception.ACCEPTED;
    }

    private Step.Reception lifetime(String timer, @Nullable Frame iteration) {
        if (iteration == null || iteration.deadline == null) {
            return Step.Reception.NO_LONGER_AWAITED;
        }
        if (turn.now.isBefore(iteration.deadline)) {
            turn.commands.add(new Command.SetTimer(timer, iteration.deadline));
            return Step.Reception.TOO_EARLY;
        }
        turn.failing.timedOut(iteration);
        return Step.Reception.ACCEPTED;
    }

    private static boolean belongs(String kind, Phase phase) {
        return switch (kind) {
            case Timers.WAIT -> phase == Phase.WAIT;
            case Timers.RETRY -> phase == Phase.RETRY;
            case Timers.TIMEOUT, Timers.HEARTBEAT -> phase == Phase.TASK;
            default -> false;
        };
    }

    private void due(Frame frame, State state, String kind) {
        if (state instanceof State.Wait wait && kind.equals(Timers.WAIT)) {
            frame.due = null;
            WaitRunner.finish(turn, frame, wait);
        } else if (kind.equals(Timers.RETRY)) {
            frame.due = null;
            frame.phase = Phase.RUN;
            turn.ready(frame);
        } else if (state instanceof State.Task task) {
            // The timer that has fired needs no cancelling.
            boolean heartbeat = kind.equals(Timers.HEARTBEAT);
            if (heartbeat) {
                frame.heartbeatDue = null;
            } else {
                frame.due = null;
            }
            TaskRunner.timedOut(turn, frame, task, heartbeat);
        }
    }

    private Step.Reception stop(Signal.Stop stop) {
        turn.failing.abort(turn.execution.root);
        turn.end(Status.ABORTED, null, stop.error(), stop.cause());
        return Step.Reception.ACCEPTED;
    }
}
