package dev.encargo.local.function;

import dev.encargo.local.function.CallFailed.Kind;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.function.Mishaps.PlannedMishap;
import dev.encargo.local.template.model.FunctionResource;
import java.io.IOException;
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
    private final Mishaps mishaps;
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore concurrency;
    final AtomicLong calls = new AtomicLong();

    FunctionPool(FunctionResource resource, Platforms platforms, Mishaps mishaps) {
        this.resource = resource;
        this.platforms = platforms;
        this.mishaps = mishaps;
        this.concurrency = new Semaphore(resource.reservedConcurrency().orElse(UNRESERVED));
    }

    byte[] call(byte[] event) throws CallFailed {
        if (!concurrency.tryAcquire()) {
            throw new CallFailed(
                    Kind.THROTTLED, "TooManyRequestsException", resource.id() + " has no concurrency left");
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
        private final @Nullable Mishap mishap;
        private final CountDownLatch done = new CountDownLatch(1);
        private byte @Nullable [] answer;
        private @Nullable Throwable fault;

        private Call(Instance instance, byte[] event, @Nullable Mishap mishap) {
            this.instance = instance;
            this.event = event;
            this.mishap = mishap;
        }

        @Override
        @SuppressWarnings("CatchAllThrowable") // what a function throws, of any kind, is its answer to the invoker
        public void run() {
            try {
                answer = answered();
            } catch (Throwable thrown) {
                fault = thrown;
            } finally {
                done.countDown();
            }
        }

        private byte[] answered() throws IOException {
            String requestId = UUID.randomUUID().toString();
            return switch (mishap) {
                case null -> instance.call(event, requestId);
                case Mishap.Fails _ -> throw new PlannedMishap("it was planned to fail");
                case Mishap.AnswerLost _ -> {
                    instance.call(event, requestId);
                    throw new PlannedMishap("its answer was planned to be lost");
                }
            };
        }
    }

    private byte[] timed(byte[] event) throws CallFailed {
        Call call = new Call(instance(), event, mishaps.met(resource.id()));
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
        Scope scope = new Scope(resource.id(), mishaps::passage);
        try {
            return Instance.of(resource, platforms.of(resource, scope), scope);
        } catch (ReflectiveOperationException fault) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            throw new CallFailed(
                    Kind.CRASHED, cause.getClass().getSimpleName(), "cannot construct: " + cause.getMessage());
        }
    }
}
