package dev.encargo.local.delivery;

import dev.encargo.local.bus.EventDocument;
import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.delivery.CompiledRule.CompiledTarget;
import dev.encargo.local.store.Change;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Deliveries that failed and are tried again with growing delays, until the target's retry policy is spent.
final class Retries {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Database database;
    private final HostClock clock;
    private final Timers timers;
    private final Targets targets;
    private final Executor executor;
    private final AtomicInteger open = new AtomicInteger();
    final AtomicLong dropped = new AtomicLong();

    Retries(Database database, HostClock clock, Timers timers, Targets targets, Executor executor) {
        this.database = database;
        this.clock = clock;
        this.timers = timers;
        this.targets = targets;
        this.executor = executor;
    }

    boolean quiet() {
        return open.get() == 0;
    }

    /// A delivery that failed `attempts` times, first at `since`.
    record Failed(long id, BusEvent event, CompiledTarget target, int attempts, Instant since) {}

    /// What a first failure writes: a retry, or the dead letter.
    Change first(BusEvent event, CompiledTarget target, DeliveryRefused why, EventSequence sequence) {
        Instant now = clock.instant();
        if (spent(target, why, 1, now, now)) {
            return dead(new Failed(0, event, target, 1, now), why);
        }
        Instant due = now.plus(delay(1));
        return tx -> {
            long id = tx.insert(
                    "INSERT INTO deliveries (event, rule, target, attempts, since, due, error) VALUES (?, ?, ?, 1, ?, ?, ?)",
                    sequence.value(),
                    target.rule().id(),
                    target.target().id(),
                    now.toEpochMilli(),
                    due.toEpochMilli(),
                    why.code());
            tx.afterCommit(() -> schedule(new Failed(id, event, target, 1, now), due));
        };
    }

    /// The event's place in the log, known once it is written.
    interface EventSequence {
        long value();
    }

    void schedule(Failed failed, Instant due) {
        timers.at(due, () -> {
            open.incrementAndGet();
            executor.execute(() -> {
                try {
                    retry(failed);
                } finally {
                    open.decrementAndGet();
                }
            });
        });
    }

    private void retry(Failed failed) {
        try {
            Change delivery = targets.delivery(failed.target, failed.event, EventDocument.of(failed.event.json()));
            end(failed, delivery);
        } catch (DeliveryRefused why) {
            again(failed, why);
        }
    }

    private void again(Failed failed, DeliveryRefused why) {
        int attempts = failed.attempts + 1;
        Instant now = clock.instant();
        Failed next = new Failed(failed.id, failed.event, failed.target, attempts, failed.since);
        if (spent(failed.target, why, attempts, failed.since, now)) {
            end(failed, dead(next, why));
            return;
        }
        Instant due = now.plus(delay(attempts));
        database.work(tx -> tx.update(
                "UPDATE deliveries SET attempts = ?, due = ?, error = ? WHERE id = ?",
                attempts,
                due.toEpochMilli(),
                why.code(),
                failed.id));
        schedule(next, due);
    }

    private void end(Failed failed, Change change) {
        database.work(tx -> {
            change.write(tx);
            return tx.update("DELETE FROM deliveries WHERE id = ?", failed.id);
        });
    }

    private Change dead(Failed failed, DeliveryRefused why) {
        return targets.deadLetter(failed.target, failed.event, why, failed.attempts, exhausted(failed, why))
                .orElseGet(() -> tx -> tx.afterCommit(dropped::incrementAndGet));
    }

    /// As EventBridge names it in the dead letter; nothing for what is not tried again.
    private static @Nullable String exhausted(Failed failed, DeliveryRefused why) {
        if (!why.retryable()) {
            return null;
        }
        boolean byAttempts = failed.attempts > failed.target.target().retry().maximumRetries();
        return byAttempts ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds";
    }

    private static boolean spent(CompiledTarget target, DeliveryRefused why, int attempts, Instant since, Instant now) {
        RetryPolicy policy = target.target().retry();
        return !why.retryable() || attempts > policy.maximumRetries() || now.isAfter(since.plus(policy.maximumAge()));
    }

    private static Duration delay(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
