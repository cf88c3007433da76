package dev.encargo.platform;

import java.time.Duration;

/// How long one call may still work, in real time: the clock of business time says nothing about it.
public final class Budget {

    private final long start;
    private final long nanos;

    private Budget(long start, long nanos) {
        this.start = start;
        this.nanos = nanos;
    }

    /// A budget of `length` that begins now.
    public static Budget of(Duration length) {
        return new Budget(System.nanoTime(), length.toNanos());
    }

    public boolean isSpent() {
        return System.nanoTime() - start > nanos;
    }
}
