package dev.encargo.local.http.wire;

import java.time.Duration;

/// Until when a connection's present wait may last, in real time. Its own thread sets it, the server's sweep
/// enforces it.
final class Deadline {

    private static final long NONE = Long.MAX_VALUE;

    private volatile long at = NONE;
    private volatile boolean passed;

    void in(Duration time) {
        at = System.nanoTime() + time.toNanos();
    }

    void none() {
        at = NONE;
    }

    /// Whether the wait has been ended for lasting too long.
    boolean passed() {
        return passed;
    }

    boolean isDue(long now) {
        long moment = at;
        return moment != NONE && now - moment >= 0;
    }

    /// Marks the wait as over and gives the thread a while to say so.
    void pass(Duration grace) {
        passed = true;
        in(grace);
    }
}
