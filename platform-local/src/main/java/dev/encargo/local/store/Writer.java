package dev.encargo.local.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The one platform thread that writes. It takes what has gathered, urgent units first, runs them in one
/// transaction and commits once.
///
/// A unit that throws is answered with its exception; the rest of its group is run again without it. Lazy units
/// wait up to [#LAZY_NANOS] for a group to ride with.
final class Writer implements Runnable {
    private static final int URGENT_LIMIT = 400;
    private static final int BACKGROUND_LIMIT = 100;
    private static final long LAZY_NANOS = 500_000_000;

    private final Tx tx;
    private final Between between;
    private final ConcurrentLinkedQueue<Pending<?>> urgent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Pending<?>> background = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Pending<?>> lazy = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingUrgent = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicLong lazySince = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean flush;
    private volatile boolean pause;
    private volatile boolean abandoned;

    final AtomicLong commits = new AtomicLong();
    final AtomicLong rows = new AtomicLong();

    /// `between` is what [#pause()] asks for.
    Writer(Tx tx, Between between) {
        this.tx = tx;
        this.between = between;
        this.thread = Thread.ofPlatform().name("encargo-writer").daemon(true).unstarted(this);
    }

    /// Something to be done by the writing thread while no transaction is open.
    @FunctionalInterface
    interface Between {
        void run() throws SQLException;
    }

    void start() {
        thread.start();
    }

    <T extends @Nullable Object> Pending<T> submit(Unit<T> unit, boolean isUrgent) {
        Pending<T> pending = new Pending<>(unit);
        unfinished.incrementAndGet();
        if (isUrgent) {
            waitingUrgent.incrementAndGet();
        }
        (isUrgent ? urgent : background).add(pending);
        LockSupport.unpark(thread);
        return pending;
    }

    void lazily(Unit<?> unit) {
        unfinished.incrementAndGet();
        lazySince.compareAndSet(0, System.nanoTime());
        lazy.add(new Pending<>(unit));
        LockSupport.unpark(thread);
    }

    int backlog() {
        return waitingUrgent.get();
    }

    /// Whether nothing waits. Asking lets what is lazy go at once, so that who waits for quiet need not wait for it
    /// to be late.
    boolean quiet() {
        if (!lazy.isEmpty()) {
            flush = true;
            LockSupport.unpark(thread);
        }
        return unfinished.get() == 0;
    }

    /// Writes nothing any more, as after a kill: what waits and what comes is failed.
    void abandon() {
        abandoned = true;
    }

    /// Does once, between two groups, what this writer was made with.
    void pause() {
        pause = true;
        LockSupport.unpark(thread);
    }

    void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    @Override
    public void run() {
        while (true) {
            if (pause) {
                pause = false;
                paused();
            }
            List<Pending<?>> group = gather();
            if (!group.isEmpty()) {
                write(group);
            } else if (stopping) {
                return;
            } else {
                LockSupport.parkNanos(this, lazy.isEmpty() ? LAZY_NANOS * 2 : LAZY_NANOS / 8);
            }
        }
    }

    private void paused() {
        try {
            between.run();
        } catch (SQLException fault) {
            throw new StoreFailed("the log could not be moved into the file", fault);
        }
    }

    private List<Pending<?>> gather() {
        List<Pending<?>> group = new ArrayList<>();
        take(urgent, group, URGENT_LIMIT);
        waitingUrgent.addAndGet(-group.size());
        take(background, group, group.size() + BACKGROUND_LIMIT);
        boolean ride = !group.isEmpty() || stopping || flush || lazyIsDue();
        if (ride && !lazy.isEmpty()) {
            flush = false;
            lazySince.set(0);
            take(lazy, group, Integer.MAX_VALUE);
        }
        return group;
    }

    private boolean lazyIsDue() {
        long since = lazySince.get();
        return since != 0 && System.nanoTime() - since > LAZY_NANOS;
    }

    private static void take(ConcurrentLinkedQueue<Pending<?>> from, List<Pending<?>> group, int upTo) {
        while (group.size() < upTo) {
            Pending<?> next = from.poll();
            if (next == null) {
                return;
            }
            group.add(next);
        }
    }

    private void write(List<Pending<?>> group) {
        int size = group.size();
        try {
            while (!group.isEmpty() && !committed(group)) {
                // the failed unit has left the group
            }
        } catch (SQLException | RuntimeException fault) {
            StoreFailed failed = new StoreFailed("the database could not be written", fault);
            group.forEach(pending -> pending.fail(failed));
        } finally {
            unfinished.addAndGet(-size);
        }
    }

    @SuppressWarnings(
            "CatchAllThrowable") // a unit's fault, of any kind, is its caller's: the one writing thread lives on
    private boolean committed(List<Pending<?>> group) throws SQLException {
        if (abandoned) {
            throw new StoreFailed("nothing is written any more");
        }
        tx.begin();
        for (Pending<?> pending : group) {
            try {
                pending.run(tx);
            } catch (Throwable fault) {
                tx.rollback();
                group.remove(pending);
                pending.fail(fault instanceof RuntimeException ours ? ours : new StoreFailed("a write failed", fault));
                return false;
            }
        }
        tx.commit();
        commits.incrementAndGet();
        rows.addAndGet(tx.rows());
        tx.actions().forEach(Runnable::run);
        group.forEach(Pending::complete);
        return true;
    }
}
