package dev.encargo.local.workflow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.definition.Definition;
import dev.encargo.local.workflow.engine.Command;
import dev.encargo.local.workflow.engine.Execution;
import dev.encargo.local.workflow.engine.ExecutionInfo;
import dev.encargo.local.workflow.engine.HistoryEvent;
import dev.encargo.local.workflow.engine.Interpreter;
import dev.encargo.local.workflow.engine.Signal;
import dev.encargo.local.workflow.engine.Status;
import dev.encargo.local.workflow.engine.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One execution in virtual time: tasks are answered at once by mocks, and when nothing but a timer is left the
/// clock jumps to it.
public final class VirtualRun {
    private static final String ACCOUNT = "arn:aws:states:eu-west-1:000000000000:";

    private record Timer(Instant at, long order, String name) {}

    private final Interpreter interpreter;
    private final Definition definition;
    private final Mocks mocks;
    private final UnaryOperator<Execution> between;
    private final Deque<Command.ScheduleTask> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparingLong(Timer::order));
    private final Map<String, Timer> byName = new HashMap<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private long order;
    private Instant now;

    /// @param start the moment at which the clock stands in the beginning
    /// @param between what happens to the execution between two steps: a host would write it and read it again
    public VirtualRun(Definition definition, Mocks mocks, Instant start, UnaryOperator<Execution> between) {
        this.definition = definition;
        this.interpreter = new Interpreter(definition);
        this.mocks = mocks;
        this.now = start;
        this.between = between;
    }

    /// The history so far.
    public List<HistoryEvent> events() {
        return events;
    }

    public Instant now() {
        return now;
    }

    /// Runs to the end.
    public Execution run(JsonNode input, long seed) {
        ExecutionInfo info = new ExecutionInfo(
                ACCOUNT + "execution:workflow:run",
                "run",
                ACCOUNT + "stateMachine:workflow",
                "workflow",
                "arn:aws:iam::000000000000:role/workflow",
                now);
        return continued(interpreter.start(info, input, seed, now));
    }

    /// Runs an execution that did not succeed again.
    public Execution redrive(Execution execution) {
        return continued(interpreter.redrive(execution, now));
    }

    private Execution continued(Step first) {
        Execution execution = take(first);
        while (execution.status() == Status.RUNNING) {
            Signal signal = nextSignal(execution);
            execution = take(interpreter.resume(execution, signal, now));
        }
        return execution;
    }

    private Execution take(Step step) {
        events.addAll(step.events());
        for (Command command : step.commands()) {
            switch (command) {
                case Command.ScheduleTask task -> tasks.add(task);
                case Command.CancelTask cancel ->
                    tasks.removeIf(task -> task.task().equals(cancel.task()));
                case Command.SetTimer timer -> set(timer.timer(), timer.at());
                case Command.CancelTimer timer -> drop(timer.timer());
                case Command.Finished finished -> {
                    timers.clear();
                    byName.clear();
                    tasks.clear();
                }
            }
        }
        return between.apply(step.execution());
    }

    private void set(String name, Instant at) {
        drop(name);
        Timer timer = new Timer(at, order++, name);
        timers.add(timer);
        byName.put(name, timer);
    }

    private void drop(String name) {
        Timer earlier = byName.remove(name);
        if (earlier != null) {
            timers.remove(earlier);
        }
    }

    private Signal nextSignal(Execution execution) {
        for (Command.ScheduleTask task = tasks.poll(); task != null; task = tasks.poll()) {
            Signal answer = answer(task);
            if (answer != null) {
                return answer;
            }
        }
        Timer timer = timers.poll();
        if (timer == null) {
            // Nobody will answer any more: the execution waits until its time is over.
            now = latest(
                    execution.info().startTime().plus(definition.type().longest()), now.plus(Duration.ofDays(366)));
            return new Signal.TimerDue("execution");
        }
        byName.remove(timer.name());
        now = latest(now, timer.at());
        return new Signal.TimerDue(timer.name());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private @Nullable Signal answer(Command.ScheduleTask task) {
        MockAnswer answer = mocks.next(task.state());
        return switch (answer) {
            case null ->
                new Signal.TaskFailed(
                        task.task(),
                        "States.TaskFailed",
                        "No mock was given for the state '" + task.state() + "', and its resource '"
                                + task.resource().text() + "' cannot be called here");
            case MockAnswer.Return given -> new Signal.TaskSucceeded(task.task(), given.output());
            case MockAnswer.Throw thrown -> new Signal.TaskFailed(task.task(), thrown.error(), thrown.cause());
            case MockAnswer.Never never -> null;
        };
    }
}
