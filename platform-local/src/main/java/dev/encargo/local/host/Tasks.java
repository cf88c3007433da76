package dev.encargo.local.host;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Work on virtual threads, counted from the moment it is handed over, so that nobody finds the host quiet before
/// it has begun.
final class Tasks implements Executor {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("work-", 0).factory());
    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        open.incrementAndGet();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    boolean quiet() {
        return open.get() == 0;
    }

    /// Interrupts what runs, and begins nothing more.
    void stop() {
        threads.shutdownNow();
    }
}
