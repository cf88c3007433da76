package dev.encargo.local.delivery;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.function.Functions;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.AsyncInvocation;
import dev.encargo.local.template.model.FunctionResource;
import dev.encargo.local.template.model.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// Calls that nobody waits for, as Lambda makes them: two retries after one and two minutes, then the declared
/// destination or nothing at all. A call is a row until it has ended, so a crash repeats it.
public final class AsyncCalls {
    private final Stack stack;
    private final Database database;
    private final HostClock clock;
    private final Timers timers;
    private final Functions functions;
    private final Queues queues;
    private final Executor executor;
    private final AtomicInteger open = new AtomicInteger();

    public AsyncCalls(
            Stack stack,
            Database database,
            HostClock clock,
            Timers timers,
            Functions functions,
            Queues queues,
            Executor executor) {
        this.stack = stack;
        this.database = database;
        this.clock = clock;
        this.timers = timers;
        this.functions = functions;
        this.queues = queues;
        this.executor = executor;
    }

    public boolean quiet() {
        return open.get() == 0;
    }

    /// The rows of one call.
    Change call(FunctionResource function, String payload) {
        Instant now = clock.instant();
        return tx -> {
            long id = tx.insert(
                    "INSERT INTO calls (function, payload, attempts, since, due) VALUES (?, ?, 0, ?, ?)",
                    function.id(),
                    payload,
                    now.toEpochMilli(),
                    now.toEpochMilli());
            tx.afterCommit(() -> perform(new Call(id, function.id(), payload, 0, now)));
        };
    }

    private record Call(long id, String function, String payload, int attempts, Instant since) {}

    /// After a restart: calls that had not ended are made again, at the moment they were due.
    public void recover() {
        record Due(Call call, Instant at) {}
        database.list(
                        "SELECT id, function, payload, attempts, since, due FROM calls",
                        row -> new Due(
                                new Call(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getInt(4),
                                        Instant.ofEpochMilli(row.getLong(5))),
                                Instant.ofEpochMilli(row.getLong(6))))
                .forEach(due -> timers.at(due.at, () -> perform(due.call)));
    }

    private void perform(Call call) {
        open.incrementAndGet();
        executor.execute(() -> {
            try {
                attempt(call);
            } finally {
                open.decrementAndGet();
            }
        });
    }

    private void attempt(Call call) {
        try {
            functions.call(call.function, call.payload.getBytes(StandardCharsets.UTF_8));
            database.lazily(tx -> tx.update("DELETE FROM calls WHERE id = ?", call.id));
        } catch (CallFailed failed) {
            again(call, failed);
        }
    }

    /// A call that a schedule made has failed: from here on it is treated as one of these.
    public void madeOnce(FunctionResource function, String payload, Instant since, CallFailed failed) {
        again(new Call(0, function.id(), payload, 0, since), failed);
    }

    /// Makes the call of a failure destination's record once more. Returns false where it is no such record, or of
    /// a function that is gone.
    public boolean repeat(String record) {
        return InvocationRecord.read(record)
                .flatMap(called ->
                        stack.functionByArn(called.functionArn()).map(function -> call(function, called.payload())))
                .map(change -> database.work(tx -> {
                    change.write(tx);
                    return true;
                }))
                .orElse(false);
    }

    private void again(Call call, CallFailed failed) {
        AsyncInvocation declared = function(call).async();
        Instant due = clock.instant().plus(Duration.ofMinutes(call.attempts + 1L));
        if (call.attempts >= declared.maximumRetries()) {
            end(call, "RetriesExhausted", failed, declared);
        } else if (due.isAfter(call.since.plus(declared.maximumAge()))) {
            end(call, "EventAgeExceeded", failed, declared);
        } else {
            Call next = kept(new Call(call.id, call.function, call.payload, call.attempts + 1, call.since), due);
            timers.at(due, () -> perform(next));
        }
    }

    private Call kept(Call call, Instant due) {
        if (call.id > 0) {
            database.work(tx -> tx.update(
                    "UPDATE calls SET attempts = ?, due = ? WHERE id = ?", call.attempts, due.toEpochMilli(), call.id));
            return call;
        }
        long id = database.work(tx -> tx.insert(
                "INSERT INTO calls (function, payload, attempts, since, due) VALUES (?, ?, ?, ?, ?)",
                call.function,
                call.payload,
                call.attempts,
                call.since.toEpochMilli(),
                due.toEpochMilli()));
        return new Call(id, call.function, call.payload, call.attempts, call.since);
    }

    private void end(Call call, String condition, CallFailed failed, AsyncInvocation declared) {
        InvocationRecord.Called called =
                new InvocationRecord.Called(function(call).arn(), call.payload);
        Optional<Change> destination = declared.onFailureArn()
                .flatMap(queues::byArn)
                .map(queue -> queue.sendFailed(
                        InvocationRecord.of(called, condition, call.attempts + 1, failed, clock.instant()),
                        Map.of(),
                        failed.errorType() + ": " + failed.getMessage()));
        database.work(tx -> {
            destination.orElse(Change.NOTHING).write(tx);
            return tx.update("DELETE FROM calls WHERE id = ?", call.id);
        });
    }

    private FunctionResource function(Call call) {
        return Objects.requireNonNull(stack.functions().get(call.function), call.function);
    }
}
