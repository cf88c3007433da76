package dev.encargo.providers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A timer for a clock that runs at the speed of real time, between its jumps.
public final class RealTimer implements DueTimer, AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor executor;

    public RealTimer(InstantSource clock) {
        this.clock = clock;
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("providers-timer").daemon().factory());
    }

    @Override
    public void wakeAt(Instant due, Runnable wake) {
        Duration wait = Duration.between(clock.instant(), due);
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        long millis = Math.max(1, bounded.toMillis() + 1);
        try {
            ScheduledFuture<?> _ = executor.schedule(wake, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            if (!executor.isShutdown()) {
                throw closed;
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
