package dev.encargo.local.queue;

import dev.encargo.local.function.CallFailed;
import dev.encargo.local.function.Faults;
import dev.encargo.local.function.Functions;
import dev.encargo.local.template.model.EventSourceMapping;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Feeds one function from one queue, as Lambda's event source mapping does: batches, a window to gather them, a
/// limit of concurrent calls, and only the failed messages of a batch again.
public final class Poller implements AutoCloseable {
    private static final int DEFAULT_CONCURRENCY = 24;

    private final EventSourceMapping mapping;
    private final MessageQueue queue;
    private final Functions functions;
    private final Faults faults;
    private final Executor executor;
    private final Semaphore permits;
    private final AtomicInteger working = new AtomicInteger();
    private final Thread thread;

    public Poller(
            EventSourceMapping mapping, MessageQueue queue, Functions functions, Faults faults, Executor executor) {
        this.mapping = mapping;
        this.queue = queue;
        this.functions = functions;
        this.faults = faults;
        this.executor = executor;
        this.permits = new Semaphore(mapping.maximumConcurrency().orElse(DEFAULT_CONCURRENCY));
        this.thread = Thread.ofVirtual().name("poll-" + queue.name()).unstarted(this::poll);
    }

    public void start() {
        thread.start();
    }

    /// Whether no message waits and none is being handled.
    public boolean quiet() {
        return working.get() == 0 && queue.idle();
    }

    private void poll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                permits.acquire();
                functions.callers().letGoFirst(working.get());
                List<Message> batch = taken();
                if (batch.isEmpty()) {
                    permits.release();
                } else {
                    executor.execute(() -> handle(batch));
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> taken() throws InterruptedException {
        List<Message> batch = queue.take(mapping.batchSize(), mapping.window(), working);
        if (batch.isEmpty()) {
            working.decrementAndGet();
        }
        return batch;
    }

    private void handle(List<Message> batch) {
        try {
            byte[] answer = functions.call(mapping.functionId(), QueueEvent.of(queue.resource(), batch));
            settle(batch, answer);
        } catch (CallFailed failed) {
            queue.failed(batch, String.valueOf(failed.getMessage()));
        } finally {
            working.decrementAndGet();
            permits.release();
        }
    }

    private void settle(List<Message> batch, byte[] answer) {
        if (!mapping.partialFailures()) {
            queue.delete(batch);
            return;
        }
        Set<String> failed = QueueEvent.failures(answer, batch).stream().collect(Collectors.toSet());
        queue.delete(batch.stream().filter(m -> !failed.contains(m.messageId())).toList());
        List<Message> again =
                batch.stream().filter(m -> failed.contains(m.messageId())).toList();
        for (Message message : again) {
            String why = faults.of(message.messageId());
            queue.failed(List.of(message), why == null ? mapping.functionId() + " reported it as failed" : why);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
