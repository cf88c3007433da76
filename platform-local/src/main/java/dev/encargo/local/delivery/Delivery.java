package dev.encargo.local.delivery;

import dev.encargo.local.clock.HostClock;
import dev.encargo.local.clock.Timers;
import dev.encargo.local.execution.Executions;
import dev.encargo.local.function.Functions;
import dev.encargo.local.queue.Queues;
import dev.encargo.local.store.Database;
import dev.encargo.local.template.model.Stack;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// The bus with everything that events go to.
public final class Delivery implements AutoCloseable {
    private final Bus bus;
    private final Streams streams;
    private final AsyncCalls calls;

    /// What the host has one of.
    public record Parts(
            Stack stack,
            Database database,
            HostClock clock,
            Timers timers,
            Queues queues,
            Functions functions,
            Path buckets,
            Executor executor,
            MisfitLog misfits) {}

    public Delivery(Parts parts, Executions executions) {
        this.calls = new AsyncCalls(
                parts.stack, parts.database, parts.clock, parts.timers, parts.functions, parts.queues, parts.executor);
        Targets targets =
                new Targets(parts.stack, parts.queues, executions, new Topics(parts.stack, parts.queues), calls);
        Retries retries = new Retries(parts.database, parts.clock, parts.timers, targets, parts.executor);
        this.streams = new Streams(parts.stack, parts.buckets, parts.database, parts.timers, parts.executor);
        this.bus = new Bus(
                parts.stack,
                parts.clock,
                parts.database,
                targets,
                retries,
                streams,
                parts.functions.callers(),
                parts.misfits);
    }

    public Bus bus() {
        return bus;
    }

    public Streams streams() {
        return streams;
    }

    public AsyncCalls calls() {
        return calls;
    }

    public boolean quiet() {
        return bus.quiet() && calls.quiet();
    }

    /// Takes up what a restart interrupted.
    public void recover() {
        bus.recover();
        calls.recover();
        streams.start();
    }

    @Override
    public void close() {
        bus.dispatcher().close();
        streams.landAll();
    }
}
