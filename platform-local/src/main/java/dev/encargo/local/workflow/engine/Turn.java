package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Chance;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.JsonSize;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.definition.Flow;
import dev.encargo.local.workflow.definition.State;
import dev.encargo.local.workflow.definition.WorkflowType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of an execution while it is being decided: frames take turns, state by state, until all of them wait or
/// have ended.
final class Turn {
    /// Which of an attempt's evaluations draws from chance, so that no two draw the same.
    enum Draw {
        ARGUMENTS(0),
        RESULT(1),
        DELAY(2),
        CAUGHT(3);

        private final int lane;

        Draw(int lane) {
            this.lane = lane;
        }
    }

    private static final long MOST_BYTES_OF_VARIABLES = 10L * 1024 * 1024;
    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    final Definition definition;
    final Execution execution;
    final Instant now;
    final Journal journal;
    final List<Command> commands = new ArrayList<>();
    final Failing failing = new Failing(this);
    private final Deque<Frame> ready = new ArrayDeque<>();

    Turn(Definition definition, Execution execution, Instant now) {
        this.definition = definition;
        this.execution = execution;
        this.now = now;
        this.journal = new Journal(execution, definition.type(), now);
    }

    Step step(Step.Reception reception) {
        return new Step(reception, execution, List.copyOf(commands), List.copyOf(journal.events()));
    }

    void ready(Frame frame) {
        ready.add(frame);
    }

    /// Lets frames take turns until nothing is left to do before something happens outside.
    void run() {
        try {
            for (Frame frame = ready.poll(); frame != null && running(); frame = ready.poll()) {
                if (frame.phase == Phase.ENTER) {
                    enter(frame);
                } else if (frame.phase == Phase.RUN) {
                    attempt(frame);
                }
            }
        } catch (HistoryFull e) {
            historyFull();
        }
    }

    void historyFull() {
        if (definition.type() == WorkflowType.EXPRESS) {
            end(Status.TIMED_OUT, null, StatesError.TIMEOUT, null);
            return;
        }
        end(
                Status.FAILED,
                null,
                StatesError.RUNTIME,
                "The execution reached the maximum number of history events (" + Journal.MOST_EVENTS + ").");
    }

    boolean running() {
        return execution.status == Status.RUNNING;
    }

    Flow flow(Frame frame) {
        Frame parent = frame.parent;
        if (parent == null) {
            return definition.flow();
        }
        return switch (flow(parent).state(parent.state)) {
            case State.Parallel parallel -> parallel.branches().get(frame.index);
            case State.Map map -> map.processor();
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
                throw new IllegalArgumentException("The state '" + parent.state + "' has no inner states");
        };
    }

    State state(Frame frame) {
        return flow(frame).state(frame.state);
    }

    private void enter(Frame frame) {
        State state = state(frame);
        frame.enteredAt = now;
        frame.retryCount = 0;
        frame.attempts = new long[state.policy().retriers().size()];
        ObjectNode details = Json.object();
        details.put("name", state.name());
        details.set("input", frame.input);
        journal.add(frame, state.kind() + "StateEntered", "stateEnteredEventDetails", details);
        frame.enteredEvent = frame.lastEvent;
        frame.phase = Phase.RUN;
        ready(frame);
    }

    private void attempt(Frame frame) {
        State state = state(frame);
        frame.sequence = ++execution.sequence;
        guarded(frame, state, () -> Runners.run(this, frame, state));
    }

    /// Does what evaluates fields of a state. What goes wrong there is the state's error.
    void guarded(Frame frame, State state, Runnable evaluation) {
        try {
            evaluation.run();
        } catch (StatesError e) {
            failing.evaluation(frame, state, e);
        }
    }

    /// Ends a state that did its work.
    void finish(Frame frame, State state, DataFlow.Outcome outcome, @Nullable String next) {
        requireRoom(frame, state, outcome);
        leave(frame, state, outcome, next);
    }

    /// Requires that a state leaves behind no more than there is room for.
    void requireRoom(Frame frame, State state, DataFlow.Outcome outcome) {
        ObjectNode assigned = outcome.assigned();
        if (JsonSize.exceedsLimit(outcome.output()) || (assigned != null && JsonSize.exceedsLimit(assigned))) {
            throw tooLarge(state.name());
        }
        if (assigned != null && bytesOfOthers(frame, assigned) + JsonSize.of(assigned) > MOST_BYTES_OF_VARIABLES) {
            // AWS documents the limit but not the name of the error; this is what its other limits of data have.
            throw new StatesError(
                    StatesError.DATA_LIMIT_EXCEEDED,
                    "The variables of the execution exceed the limit of " + MOST_BYTES_OF_VARIABLES + " bytes.");
        }
    }

    /// The bytes of all variables of an execution but those that the frame is about to assign.
    private long bytesOfOthers(Frame frame, ObjectNode assigned) {
        Frame top = frame;
        for (Frame parent = top.parent; parent != null && !isolated(parent); parent = top.parent) {
            top = parent;
        }
        ObjectNode kept = Json.object();
        kept.setAll(frame.ownVariables());
        assigned.fieldNames().forEachRemaining(kept::remove);
        return bytes(top) - JsonSize.of(frame.ownVariables()) + JsonSize.of(kept);
    }

    private long bytes(Frame frame) {
        long bytes = JsonSize.of(frame.ownVariables());
        if (!frame.children.isEmpty() && !isolated(frame)) {
            for (Frame child : frame.children) {
                bytes += bytes(child);
            }
        }
        return bytes;
    }

    static StatesError tooLarge(String what) {
        return new StatesError(
                StatesError.DATA_LIMIT_EXCEEDED,
                "The state/task '" + what
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    void leave(Frame frame, State state, DataFlow.Outcome outcome, @Nullable String next) {
        ObjectNode details = Json.object();
        details.put("name", state.name());
        details.set("output", outcome.output());
        ObjectNode assigned = outcome.assigned();
        if (assigned != null) {
            details.set("assignedVariables", assigned);
            ObjectNode variables = Json.object();
            variables.setAll(frame.ownVariables());
            variables.setAll(assigned);
            frame.variables = variables;
        }
        journal.add(frame, state.kind() + "StateExited", "stateExitedEventDetails", details);
        settle(frame);
        if (next == null) {
            frame.phase = Phase.DONE;
            ended(frame, outcome.output());
        } else {
            frame.state = next;
            frame.input = outcome.output();
            frame.phase = Phase.ENTER;
            ready(frame);
        }
    }

    /// Forgets what belonged to an attempt that is over.
    void settle(Frame frame) {
        frame.due = null;
        frame.heartbeatDue = null;
        frame.heartbeatSeconds = 0;
        frame.clearChildren();
    }

    private void ended(Frame frame, JsonNode output) {
        Frame parent = frame.parent;
        if (parent == null) {
            end(Status.SUCCEEDED, output, null, null);
            return;
        }
        State state = state(parent);
        guarded(parent, state, () -> {
            if (state instanceof State.Parallel parallel) {
                ParallelRunner.branchEnded(this, parent, parallel, frame, output);
            } else if (state instanceof State.Map map) {
                MapRunner.iterationEnded(this, parent, map, frame, output);
            }
        });
    }

    /// Ends the execution.
    void end(Status status, @Nullable JsonNode output, @Nullable String error, @Nullable String cause) {
        String shortError = shortened(error, LONGEST_ERROR);
        String shortCause = shortened(cause, LONGEST_CAUSE);
        execution.status = status;
        execution.output = output;
        execution.error = shortError;
        execution.cause = shortCause;
        execution.stoppedAt = now;
        ObjectNode details = Journal.errorDetails(shortError, shortCause);
        if (output != null) {
            details.set("output", output);
        }
        String type = Endings.eventType(status);
        journal.append(execution.root.lastEvent, type, Endings.detailsName(type), details);
        if (execution.deadlineTimed) {
            commands.add(new Command.CancelTimer(Timers.EXECUTION));
            execution.deadlineTimed = false;
        }
        commands.add(new Command.Finished(status, output, shortError, shortCause));
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /// What the state of a frame may look at; `$` is its raw input.
    Scope scope(Frame frame, State state, Draw draw) {
        return scope(frame, frame, state, draw);
    }

    /// As [#scope(Frame, State, Draw)], with `Map.Item` of the context being that of the frame `inside`.
    Scope scope(Frame frame, Frame inside, State state, Draw draw) {
        boolean withToken = draw == Draw.ARGUMENTS && state instanceof State.Task task && TaskRunner.needsToken(task);
        ObjectNode states = null;
        if (state.data().isJsonata()) {
            states = Json.object();
            states.set("input", frame.input);
        }
        long sequence = frame.sequence * Draw.values().length + draw.lane;
        return new Scope(
                frame.input,
                () -> ContextObject.of(execution, frame, inside, withToken),
                variables(frame),
                states,
                Chance.of(execution.seed, sequence),
                now);
    }

    private ObjectNode variables(Frame frame) {
        Frame parent = frame.parent;
        if (parent == null || isolated(parent)) {
            return frame.ownVariables();
        }
        ObjectNode outer = variables(parent);
        if (frame.variables == null) {
            return outer;
        }
        ObjectNode all = Json.object();
        all.setAll(outer);
        all.setAll(frame.variables);
        return all;
    }

    /// Iterations of a distributed Map state are executions of their own and see no variables from outside.
    private boolean isolated(Frame parent) {
        return state(parent) instanceof State.Map map && map.iteration().distributed();
    }
}
