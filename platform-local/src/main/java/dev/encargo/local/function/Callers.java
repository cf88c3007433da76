package dev.encargo.local.function;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Those who wait for a function's answer, at the API or in a workflow's step. They go first: messages and events
/// are taken only while few of them wait, or after [#LONGEST_MILLIS], so that work in the background is slowed and
/// never stopped.
public final class Callers {
    /// Up to so many callers, background work runs at its own limits.
    private static final int FEW = 1;

    /// Up to so many, it runs a few calls at a time; with more it does not start at all.
    private static final int MANY = 4;

    private static final int A_FEW_CALLS = 2;
    private static final int STEP_MILLIS = 5;
    private static final int LONGEST_MILLIS = 250;

    private final AtomicInteger waiting = new AtomicInteger();

    public void enter() {
        waiting.incrementAndGet();
    }

    public void leave() {
        waiting.decrementAndGet();
    }

    /// Waits while callers go first. `running` is how many calls of this kind of work run already.
    public void letGoFirst(int running) throws InterruptedException {
        for (int waited = 0; waited < LONGEST_MILLIS && goFirst(running); waited += STEP_MILLIS) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private boolean goFirst(int running) {
        int now = waiting.get();
        return now > MANY || (now > FEW && running >= A_FEW_CALLS);
    }
}
