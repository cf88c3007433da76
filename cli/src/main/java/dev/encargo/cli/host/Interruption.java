package dev.encargo.cli.host;

import dev.encargo.cli.Refusal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or another signal to end, while a command does something that it has to end itself: the process waits for
/// that, and ends with the exit code of what was interrupted.
final class Interruption implements AutoCloseable {
    private static final int BOUND_SECONDS = 30;

    private final Thread hook = new Thread(this::bySignal, "encargo-interrupted");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;

    private Interruption() {}

    static Interruption awaited() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /// Whether the command is to end what it does.
    boolean isAsked() {
        return asked;
    }

    private void bySignal() {
        asked = true;
        try {
            if (ended.await(BOUND_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(Refusal.INTERRUPTED);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// All has been said: the process may end.
    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                return; // the hook runs
            }
        }
    }
}
