package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.JsonSize;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Runs executions of one definition. Every method decides from its arguments alone: no clock is read, nothing is
/// kept, the execution handed in does not change. Give the same arguments and the answer is the same, so a host may
/// lose an answer that it has not yet kept and ask again.
public final class Interpreter {
    private final Definition definition;

    public Interpreter(Definition definition) {
        this.definition = definition;
    }

    /// Starts an execution.
    ///
    /// @param seed what random numbers, identifiers and jitter come from
    public Step start(ExecutionInfo info, JsonNode input, long seed, Instant now) {
        Frame root = new Frame(null, 0, false, definition.flow().startAt(), input);
        Execution execution = new Execution(info, input, seed, root, now.plus(longest()));
        Turn turn = new Turn(definition, execution, now);
        ObjectNode details = Json.object();
        details.set("input", input);
        details.put("roleArn", info.roleArn());
        turn.journal.append(0, "ExecutionStarted", "executionStartedEventDetails", details);
        root.lastEvent = 0;
        if (JsonSize.exceedsLimit(input)) {
            turn.end(Status.FAILED, null, StatesError.DATA_LIMIT_EXCEEDED, "The input of the execution is too large.");
            return turn.step(Step.Reception.ACCEPTED);
        }
        Timers.setDeadlineWhenLimited(turn);
        turn.ready(root);
        turn.run();
        return turn.step(Step.Reception.ACCEPTED);
    }

    private Duration longest() {
        Long seconds = definition.timeoutSeconds();
        Duration longest = definition.type().longest();
        return seconds == null || longest.toSeconds() < seconds ? longest : Duration.ofSeconds(seconds);
    }

    /// Takes in what happened outside.
    public Step resume(Execution execution, Signal signal, Instant now) {
        if (execution.status() != Status.RUNNING) {
            return new Step(Step.Reception.NO_LONGER_AWAITED, execution, List.of(), List.of());
        }
        Turn turn = new Turn(definition, execution.copy(), now);
        Step.Reception reception;
        try {
            reception = now.isBefore(turn.execution.deadline) ? new Reception(turn).receive(signal) : timeOut(turn);
        } catch (HistoryFull e) {
            turn.historyFull();
            reception = Step.Reception.ACCEPTED;
        }
        if (reception != Step.Reception.ACCEPTED) {
            return new Step(reception, execution, List.copyOf(turn.commands), List.of());
        }
        turn.run();
        return turn.step(reception);
    }

    private static Step.Reception timeOut(Turn turn) {
        turn.failing.abort(turn.execution.root);
        turn.end(Status.TIMED_OUT, null, StatesError.TIMEOUT, null);
        return Step.Reception.ACCEPTED;
    }

    /// Runs an execution that failed, timed out or was stopped again, under its own name and from the states that
    /// did not end well. Branches and iterations that did are not repeated.
    ///
    /// @throws IllegalArgumentException when the execution runs or has succeeded
    public Step redrive(Execution execution, Instant now) {
        if (execution.status() == Status.RUNNING || execution.status() == Status.SUCCEEDED) {
            throw new IllegalArgumentException("An execution that is " + execution.status() + " cannot be redriven");
        }
        Execution again = execution.copy();
        again.status = Status.RUNNING;
        again.error = null;
        again.cause = null;
        again.stoppedAt = null;
        again.redriveCount++;
        again.redrivenAt = now;
        again.deadline = now.plus(longest());
        Turn turn = new Turn(definition, again, now);
        ObjectNode details = Json.object();
        details.put("redriveCount", again.redriveCount);
        turn.journal.append(again.events, "ExecutionRedriven", "executionRedrivenEventDetails", details);
        Timers.setDeadlineWhenLimited(turn);
        try {
            restart(turn, again.root);
        } catch (HistoryFull e) {
            turn.historyFull();
        }
        turn.run();
        return turn.step(Step.Reception.ACCEPTED);
    }

    private static void restart(Turn turn, Frame frame) {
        if (frame.children.isEmpty()) {
            turn.settle(frame);
            frame.phase = Phase.ENTER;
            turn.ready(frame);
            return;
        }
        frame.phase = Phase.CHILDREN;
        frame.failedItems = 0;
        State state = turn.state(frame);
        for (Frame child : List.copyOf(frame.children)) {
            if (state instanceof State.Map map && map.iteration().express()) {
                Timers.startLifetime(turn, child);
            }
            restart(turn, child);
        }
        if (state instanceof State.Map map) {
            turn.guarded(frame, state, () -> MapRunner.startMore(turn, frame, map));
        }
    }

    /// What a host that has lost its memory has to do again for an execution that waits: its tasks and timers, as
    /// they were first asked for.
    public List<Command> outstanding(Execution execution, Instant now) {
        if (execution.status() != Status.RUNNING) {
            return List.of();
        }
        Turn turn = new Turn(definition, execution.copy(), now);
        if (turn.execution.deadlineTimed) {
            turn.commands.add(new Command.SetTimer(Timers.EXECUTION, turn.execution.deadline));
        }
        outstanding(turn, turn.execution.root);
        return List.copyOf(turn.commands);
    }

    private static void outstanding(Turn turn, Frame frame) {
        for (Frame child : frame.children) {
            outstanding(turn, child);
        }
        if (frame.phase == Phase.TASK && turn.state(frame) instanceof State.Task task) {
            turn.commands.add(TaskRunner.command(turn, frame, task));
        }
        String kind =
                frame.phase == Phase.TASK ? Timers.TIMEOUT : frame.phase == Phase.WAIT ? Timers.WAIT : Timers.RETRY;
        if (frame.due != null) {
            turn.commands.add(new Command.SetTimer(frame.timer(kind), frame.due));
        }
        if (frame.deadline != null) {
            turn.commands.add(Timers.lifetime(frame, frame.deadline));
        }
        if (frame.heartbeatDue != null) {
            turn.commands.add(new Command.SetTimer(frame.timer(Timers.HEARTBEAT), frame.heartbeatDue));
        }
    }
}
