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

/// Calls that nobody waits for, as Lambda makes them: two retries after one and two minutes, then the declared destination or nothing at
/// all. A call is a row until it has ended, so a crash repeats it.
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

    private void again(Call call, CallFailed failed) {
        AsyncInvocation declared =
                Objects.requireNonNull(stack.functions().get(call.function)).async();
        Duration delay = Duration.ofMinutes(call.attempts + 1L);
        Instant due = clock.instant().plus(delay);
        boolean spent = call.attempts >= declared.maximumRetries()
                || due.isAfter(call.since.plus(declared.maximumAge()));
        if (spent) {
            end(call, failed, declared);
            return;
        }
        Call next = new Call(call.id, call.function, call.payload, call.attempts + 1, call.since);
        database.work(tx -> tx.update(
                "UPDATE calls SET attempts = ?, due = ? WHERE id = ?", next.attempts, due.toEpochMilli(), call.id));
        timers.at(due, () -> perform(next));
    }

    private void end(Call call, CallFailed failed, AsyncInvocation declared) {
        Map<String, String> why = Map.of("ERROR_CODE", failed.errorType(), "ERROR_MESSAGE", String.valueOf(failed.getMessage()));
        Optional<Change> destination = declared.onFailureArn()
                .flatMap(queues::byArn)
                .map(queue -> queue.sendFailed(call.payload, why, failed.errorType() + ": " + failed.getMessage()));
        database.work(tx -> {
            destination.orElse(Change.NOTHING).write(tx);
            return tx.update("DELETE FROM calls WHERE id = ?", call.id);
        });
    }
}
