package dev.encargo.local.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Tx;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.engine.Command;
import dev.encargo.local.workflow.engine.Signal;
import dev.encargo.local.workflow.engine.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Does what a workflow's step asks for: messages in the step's own transaction, function calls and timers once it
/// is on disk.
public final class Commands {
    private final Queues queues;
    private final Timers timers;
    private final TaskCalls calls;
    private final StatusEvents statusEvents;
    private final Map<Long, Map<String, Timers.Timer>> set = new ConcurrentHashMap<>();
    private @Nullable Executions executions;

    public Commands(Queues queues, Timers timers, TaskCalls calls, StatusEvents statusEvents) {
        this.queues = queues;
        this.timers = timers;
        this.calls = calls;
        this.statusEvents = statusEvents;
    }

    void reportTo(Executions owner) {
        this.executions = owner;
    }

    void perform(Tx tx, long id, Step step) throws SQLException {
        for (Command command : step.commands()) {
            switch (command) {
                case Command.ScheduleTask task when isMessage(task) -> send(tx, id, task);
                case Command.Finished finished -> finish(tx, id, step, finished);
                case Command.ScheduleTask _, Command.CancelTask _, Command.SetTimer _, Command.CancelTimer _ ->
                    tx.afterCommit(() -> afterwards(id, command));
            }
        }
    }

    /// After a restart. Messages were sent in the step's transaction, so they are in their queues.
    void again(long id, List<Command> commands) {
        for (Command command : commands) {
            if (!(command instanceof Command.ScheduleTask task && isMessage(task))) {
                afterwards(id, command);
            }
        }
    }

    private void afterwards(long id, Command command) {
        switch (command) {
            case Command.ScheduleTask task -> calls.call(task, signal -> owner().signal(id, signal));
            case Command.SetTimer timer -> setTimer(id, timer);
            case Command.CancelTimer timer -> cancelTimer(id, timer.timer());
            case Command.CancelTask _, Command.Finished _ -> {}
        }
    }

    private static boolean isMessage(Command.ScheduleTask task) {
        return task.resource().service().equals("sqs");
    }

    private void send(Tx tx, long id, Command.ScheduleTask task) throws SQLException {
        String url = task.parameters().path("QueueUrl").asText();
        JsonNode body = task.parameters().path("MessageBody");
        String text = body.isTextual() ? body.textValue() : Json.write(body);
        queues.byUrl(url)
                .orElseThrow(() -> new IllegalStateException("the template has no queue " + url))
                .send(text, null)
                .write(tx);
        if (!task.resource().waitsForToken()) {
            tx.afterCommit(() -> calls.answer(() -> owner().signal(
                            id,
                            new Signal.TaskSucceeded(task.task(), Json.object().put("MessageId", task.task())))));
        }
    }

    private void finish(Tx tx, long id, Step step, Command.Finished finished) throws SQLException {
        statusEvents.ended(step.execution(), finished).write(tx);
        tx.afterCommit(() -> {
            Map<String, Timers.Timer> left = set.remove(id);
            if (left != null) {
                left.values().forEach(Timers.Timer::cancel);
            }
        });
    }

    private void setTimer(long id, Command.SetTimer timer) {
        Map<String, Timers.Timer> mine = set.computeIfAbsent(id, _ -> new ConcurrentHashMap<>());
        Timers.Timer started =
                timers.at(timer.at(), () -> calls.answer(() -> owner().signal(id, new Signal.TimerDue(timer.timer()))));
        Timers.Timer before = mine.put(timer.timer(), started);
        if (before != null) {
            before.cancel();
        }
    }

    private void cancelTimer(long id, String name) {
        Map<String, Timers.Timer> mine = set.get(id);
        Timers.Timer timer = mine == null ? null : mine.remove(name);
        if (timer != null) {
            timer.cancel();
        }
    }

    private Executions owner() {
        return Objects.requireNonNull(executions, "executions");
    }
}
