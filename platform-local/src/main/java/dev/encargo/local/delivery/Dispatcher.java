package dev.encargo.local.delivery;

import dev.encargo.local.function.Callers;
import dev.encargo.local.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Hands on the events that were only logged when they were published, in their order: while callers wait, taking
/// their orders comes first.
public final class Dispatcher implements AutoCloseable {
    /// With more callers than this waiting for the store, an event is logged first and dispatched later.
    static final int CALLERS_WAITING = 4;

    private static final int BATCH = 64;
    private static final int IN_MEMORY = 2_000;

    private final Database database;
    private final Bus bus;
    private final Callers callers;
    private final ConcurrentLinkedQueue<Logged> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong inMemory = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("encargo-dispatcher").daemon(true).unstarted(this::run);
    private volatile boolean moreInStore;
    private long dispatchedUpTo;

    Dispatcher(Database database, Bus bus, Callers callers) {
        this.database = database;
        this.bus = bus;
        this.callers = callers;
    }

    private record Logged(long sequence, BusEvent event) {}

    private void start() {
        thread.start();
    }

    void add(long sequence, BusEvent event) {
        waiting.incrementAndGet();
        if (moreInStore || inMemory.get() >= IN_MEMORY) {
            moreInStore = true;
        } else {
            inMemory.incrementAndGet();
            queue.add(new Logged(sequence, event));
        }
        LockSupport.unpark(thread);
    }

    boolean quiet() {
        return waiting.get() == 0;
    }

    void recover() {
        waiting.set(database.one("SELECT count(*) FROM events WHERE rules IS NULL", row -> row.getLong(1))
                .orElse(0L));
        moreInStore = waiting.get() > 0;
        start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Logged> batch = next();
                if (batch.isEmpty()) {
                    LockSupport.parkNanos(this, 200_000_000);
                } else {
                    callers.letGoFirst(0);
                    dispatch(batch);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Logged> next() {
        if (moreInStore) {
            return stored();
        }
        List<Logged> batch = new ArrayList<>();
        while (batch.size() < BATCH) {
            @Nullable Logged logged = queue.poll();
            if (logged == null) {
                break;
            }
            inMemory.decrementAndGet();
            if (logged.sequence > dispatchedUpTo) {
                batch.add(logged);
            }
        }
        return batch;
    }

    /// A page from the log. What is in memory meanwhile is in the log too: if the page is full it is forgotten
    /// there, else it is later than the page or skipped as dispatched.
    private List<Logged> stored() {
        moreInStore = false;
        List<Logged> page = database.list(
                "SELECT " + StoredEvents.COLUMNS + " FROM events WHERE rules IS NULL ORDER BY seq LIMIT ?",
                row -> new Logged(row.getLong(1), StoredEvents.read(row)),
                BATCH);
        if (page.size() == BATCH) {
            moreInStore = true;
            while (queue.poll() != null) {
                inMemory.decrementAndGet();
            }
        }
        return page;
    }

    private void dispatch(List<Logged> batch) {
        List<Bus.Plan> plans =
                batch.stream().map(logged -> bus.plan(logged.event)).toList();
        database.work(tx -> {
            for (int i = 0; i < batch.size(); i++) {
                long sequence = batch.get(i).sequence;
                tx.update(
                        "UPDATE events SET rules = ? WHERE seq = ?",
                        plans.get(i).rules(),
                        sequence);
                plans.get(i).write(tx, sequence);
            }
            return true;
        });
        dispatchedUpTo = batch.getLast().sequence;
        waiting.addAndGet(-batch.size());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
