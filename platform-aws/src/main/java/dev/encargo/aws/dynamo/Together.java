package dev.encargo.aws.dynamo;

import dev.encargo.platform.Unavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks several things at once, and waits for all.
final class Together {
    private static final int AT_ONCE = 8;

    private Together() {}

    /// The answers in the order of the calls.
    static <T> List<T> ask(List<Callable<T>> calls) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return threads.invokeAll(calls).stream().map(Together::answer).toList();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Unavailable("documents", ended);
        }
    }

    private static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Unavailable("documents", ended);
        }
    }
}
