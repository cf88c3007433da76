package dev.encargo.local.function;

import dev.encargo.local.function.CallFailed.Kind;
import dev.encargo.local.template.model.FunctionResource;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The instances of one function: as many as calls at a time, one call each, as Lambda keeps them.
final class FunctionPool {
    private static final int UNRESERVED = 1_000;

    private final FunctionResource resource;
    private final Platforms platforms;
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore concurrency;
    final AtomicLong calls = new AtomicLong();

    FunctionPool(FunctionResource resource, Platforms platforms) {
        this.resource = resource;
        this.platforms = platforms;
        this.concurrency = new Semaphore(resource.reservedConcurrency().orElse(UNRESERVED));
    }

    byte[] call(byte[] event) throws CallFailed {
        if (!concurrency.tryAcquire()) {
            throw new CallFailed(Kind.THROTTLED, "TooManyRequestsException", resource.id() + " has no concurrency left");
        }
        try {
            calls.incrementAndGet();
            return timed(event);
        } finally {
            concurrency.release();
        }
    }

    /// One call under the function's timeout, in a thread of its own.
    private static final class Call implements Runnable {
        private final Instance instance;
        private final byte[] event;
        private final CountDownLatch done = new CountDownLatch(1);
        private byte @Nullable [] answer;
        private @Nullable Throwable fault;

        private Call(Instance instance, byte[] event) {
            this.instance = instance;
            this.event = event;
        }

        @Override
        @SuppressWarnings("CatchAllThrowable") // what a function throws, of any kind, is its answer to the invoker
        public void run() {
            try {
                answer = instance.call(event, UUID.randomUUID().toString());
            } catch (Throwable thrown) {
                fault = thrown;
            } finally {
                done.countDown();
            }
        }
    }

    private byte[] timed(byte[] event) throws CallFailed {
        Call call = new Call(instance(), event);
        Thread thread = Thread.ofVirtual().name(resource.id()).start(call);
        if (!ended(call)) {
            call.instance.revoke();
            thread.interrupt();
            throw new CallFailed(
                    Kind.TIMED_OUT,
                    "Sandbox.Timedout",
                    "Task timed out after " + resource.timeout().toMillis() / 1000.0 + " seconds");
        }
        @Nullable Throwable fault = call.fault;
        if (fault != null || call.answer == null) {
            call.instance.revoke();
            throw new CallFailed(
                    Kind.CRASHED,
                    fault == null ? "Unknown" : fault.getClass().getSimpleName(),
                    fault == null ? "no answer" : String.valueOf(fault.getMessage()));
        }
        idle.push(call.instance);
        return call.answer;
    }

    private boolean ended(Call call) {
        try {
            return call.done.await(resource.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Instance instance() throws CallFailed {
        @Nullable Instance free = idle.poll();
        if (free != null) {
            return free;
        }
        Scope scope = new Scope(resource.id());
        try {
            return Instance.of(resource, platforms.of(resource, scope), scope);
        } catch (ReflectiveOperationException fault) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            throw new CallFailed(Kind.CRASHED, cause.getClass().getSimpleName(), "cannot construct: " + cause.getMessage());
        }
    }
}
