package dev.encargo.local.execution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.encargo.local.clock.HostClock;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.Tx;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.engine.Execution;
import dev.encargo.local.workflow.engine.ExecutionInfo;
import dev.encargo.local.workflow.engine.HistoryEvent;
import dev.encargo.local.workflow.engine.Signal;
import dev.encargo.local.workflow.engine.Status;
import dev.encargo.local.workflow.engine.Step;
import dev.encargo.local.workflow.engine.TaskToken;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.Workflows.Answered;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Durable executions of the template's state machines. Each step is one row replaced and one history row appended,
/// in the transaction of whatever caused it.
public final class Executions {
    private static final int NAME_LIMIT = 80;

    private final Database database;
    private final HostClock clock;
    private final Commands commands;
    private final SecureRandom seeds = new SecureRandom();
    private final Map<String, Machine> machines = new LinkedHashMap<>();

    public Executions(Stack stack, Database database, HostClock clock, Commands commands) {
        this.database = database;
        this.clock = clock;
        this.commands = commands;
        for (StateMachineResource resource : stack.stateMachines().values()) {
            machines.put(resource.arn(), Machine.of(resource));
        }
        commands.reportTo(this);
    }

    public boolean knows(String machineArn) {
        return machines.containsKey(machineArn);
    }

    /// What starting an execution writes. A name that exists already changes nothing.
    public Change start(String machineArn, String name, String inputJson) {
        return start(machineArn, name, inputJson, _ -> {});
    }

    Change start(String machineArn, String name, String inputJson, StartReport report) {
        if (name.isEmpty() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException("an execution's name has 1 to " + NAME_LIMIT + " characters: " + name);
        }
        Machine machine = machine(machineArn);
        Instant now = clock.instant();
        StateMachineResource resource = machine.resource();
        ExecutionInfo info = new ExecutionInfo(
                machine.executionArn(name),
                name,
                resource.arn(),
                resource.name(),
                resource.roleArn().orElse(""),
                now);
        Step step = machine.interpreter().start(info, Inputs.tree(inputJson), seeds.nextLong(), now);
        return tx -> insert(tx, resource, name, step, now, report);
    }

    /// Told, in the transaction, whether an execution was started or its name existed.
    @FunctionalInterface
    interface StartReport {
        void started(boolean started);
    }

    private void insert(Tx tx, StateMachineResource resource, String name, Step step, Instant now, StartReport report)
            throws SQLException {
        int inserted = tx.update(
                """
                INSERT OR IGNORE INTO executions (machine, name, status, state, revision, started, stopped)
                VALUES (?, ?, ?, ?, 1, ?, ?)""",
                resource.name(),
                name,
                step.execution().status().name(),
                step.execution().write(),
                now.toEpochMilli(),
                stopped(step.execution()));
        report.started(inserted == 1);
        if (inserted == 1) {
            long id =
                    tx.one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
            append(tx, id, 1, step);
        }
    }

    private void append(Tx tx, long id, long revision, Step step) throws SQLException {
        tx.update(
                "INSERT INTO history (execution, step, at, events) VALUES (?, ?, ?, ?)",
                id,
                revision,
                clock.millis(),
                history(step.events()));
        commands.perform(tx, id, step);
    }

    private static String history(List<HistoryEvent> events) {
        ArrayNode all = Json.array();
        events.forEach(event -> all.add(event.toJson()));
        return Json.write(all);
    }

    private static @Nullable Long stopped(Execution execution) {
        Instant at = execution.stoppedAt();
        return at == null ? null : at.toEpochMilli();
    }

    /// What answering a token writes. A token that nobody awaits any more changes nothing.
    public Change answer(String token, Answer answer) {
        return tx -> answered(tx, token, answer);
    }

    /// Answers a token now.
    public Answered answerNow(String token, Answer answer) {
        return database.work(tx -> answered(tx, token, answer));
    }

    /// Starts an execution now. Returns whether its name was free.
    public boolean startNow(String machineArn, String name, String inputJson) {
        boolean[] started = new boolean[1];
        Change change = start(machineArn, name, inputJson, fresh -> started[0] = fresh);
        return database.work(tx -> {
            change.write(tx);
            return started[0];
        });
    }

    private Answered answered(Tx tx, String token, Answer answer) throws SQLException {
        Optional<TaskToken> read = TaskToken.read(token);
        if (read.isEmpty()) {
            return Answered.NO_LONGER_AWAITED;
        }
        String[] arn = read.get().executionArn().split(":", -1);
        Optional<StoredExecution> stored = StoredExecution.byName(tx, arn[arn.length - 2], arn[arn.length - 1]);
        return stored.isPresent() && apply(tx, stored.get(), signal(token, answer))
                ? Answered.ACCEPTED
                : Answered.NO_LONGER_AWAITED;
    }

    private static Signal signal(String token, Answer answer) {
        return switch (answer) {
            case Answer.Success success -> new Signal.TaskSucceeded(token, Inputs.tree(success.outputJson()));
            case Answer.Failure failure -> new Signal.TaskFailed(token, failure.error(), failure.cause());
        };
    }

    /// Takes in what happened outside, in a transaction of its own.
    void signal(long id, Signal signal) {
        database.work(tx -> {
            Optional<StoredExecution> stored = tx.one(StoredExecution.BY_ID, StoredExecution::read, id);
            return stored.isPresent() && apply(tx, stored.get(), signal);
        });
    }

    private boolean apply(Tx tx, StoredExecution stored, Signal signal) throws SQLException {
        Step step = machineNamed(stored.machine()).interpreter().resume(stored.execution(), signal, clock.instant());
        if (step.reception() == Step.Reception.ACCEPTED) {
            replace(tx, stored, step);
            return true;
        }
        commands.perform(tx, stored.id(), step);
        return false;
    }

    private void replace(Tx tx, StoredExecution stored, Step step) throws SQLException {
        tx.update(
                "UPDATE executions SET status = ?, state = ?, revision = revision + 1, stopped = ? WHERE id = ?",
                step.execution().status().name(),
                step.execution().write(),
                stopped(step.execution()),
                stored.id());
        append(tx, stored.id(), stored.revision() + 1, step);
    }

    /// Runs an ended execution again from where it failed, under its own name. Returns false when it runs,
    /// succeeded or is unknown.
    public boolean redrive(String machineName, String name) {
        return database.work(tx -> {
            Optional<StoredExecution> stored = StoredExecution.byName(tx, machineName, name);
            if (stored.isEmpty() || !redrivable(stored.get().execution().status())) {
                return false;
            }
            Step step =
                    machineNamed(machineName).interpreter().redrive(stored.get().execution(), clock.instant());
            replace(tx, stored.get(), step);
            return true;
        });
    }

    private static boolean redrivable(Status status) {
        return status != Status.RUNNING && status != Status.SUCCEEDED;
    }

    /// Stops a running execution. Returns false when it does not run.
    public boolean stop(String machineName, String name, String error, String cause) {
        return database.work(tx -> {
            Optional<StoredExecution> stored = StoredExecution.byName(tx, machineName, name);
            return stored.isPresent() && apply(tx, stored.get(), new Signal.Stop(error, cause));
        });
    }

    /// After a restart: sets the timers of all running executions and calls again the functions they wait for.
    public void recover() {
        long after = 0;
        while (true) {
            List<StoredExecution> page =
                    database.list(StoredExecution.RUNNING_AFTER, StoredExecution::read, after, 200);
            if (page.isEmpty()) {
                return;
            }
            for (StoredExecution stored : page) {
                commands.again(
                        stored.id(),
                        machineNamed(stored.machine()).interpreter().outstanding(stored.execution(), clock.instant()));
                after = stored.id();
            }
        }
    }

    private Machine machine(String arn) {
        Machine machine = machines.get(arn);
        if (machine == null) {
            throw new IllegalArgumentException("the template has no state machine " + arn);
        }
        return machine;
    }

    private Machine machineNamed(String name) {
        return machines.values().stream()
                .filter(machine -> machine.resource().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no state machine named " + name));
    }
}
