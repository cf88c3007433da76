package dev.encargo.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Due moments of business time, fired in order by one thread. What they start runs elsewhere.
public final class Timers implements AutoCloseable {
    private static final Duration QUIET_BOUND = Duration.ofSeconds(5);

    private final HostClock clock;
    private final Executor executor;
    private final BooleanSupplier quiet;
    private final Runnable moved;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock moving = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private long order;
    private boolean paused;
    private volatile boolean firing;
    private volatile boolean ending;
    private volatile boolean closed;

    /// `quiet` says whether the host has nothing to do until the next due moment; `moved` makes the time durable that
    /// the clock was moved to, before anything happens at it.
    public Timers(HostClock clock, Executor executor, BooleanSupplier quiet, Runnable moved) {
        this.clock = clock;
        this.executor = executor;
        this.quiet = quiet;
        this.moved = moved;
        this.thread = Thread.ofPlatform().name("encargo-timers").daemon(true).unstarted(this::fireForEver);
    }

    public void start() {
        thread.start();
    }

    /// A due moment that can be called off.
    public final class Timer implements Comparable<Timer> {
        private final Instant due;
        private final long order;
        private final Runnable action;
        private boolean canceled;

        private Timer(Instant due, long order, Runnable action) {
            this.due = due;
            this.order = order;
            this.action = action;
        }

        public void cancel() {
            lock.lock();
            try {
                canceled = true;
                if (timers.size() > 1_000 && timers.peek() == this) {
                    timers.poll();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int compareTo(Timer other) {
            int byDue = due.compareTo(other.due);
            return byDue != 0 ? byDue : Long.compare(order, other.order);
        }
    }

    public Timer at(Instant due, Runnable action) {
        lock.lock();
        try {
            Timer timer = new Timer(due, order++, action);
            timers.add(timer);
            if (timers.peek() == timer) {
                changed.signalAll();
            }
            return timer;
        } finally {
            lock.unlock();
        }
    }

    public Timer after(Duration delay, Runnable action) {
        return at(clock.instant().plus(delay), action);
    }

    /// Moves business time forward by `by`: from due moment to due moment, in order, and between two waits until
    /// the host is quiet. A host that is closed meanwhile stops at the moment reached.
    public void forward(Duration by) throws InterruptedException {
        forward(by, Duration.ofSeconds(Long.MAX_VALUE));
    }

    /// The same, as far as it comes `within` real time: one due moment at least, unless the host ends. What had been
    /// reached is kept. Returns what is left of the way.
    public Duration forward(Duration by, Duration within) throws InterruptedException {
        moving.lockInterruptibly();
        try {
            long start = System.nanoTime();
            pause(true);
            awaitQuietUnlessEnding();
            clock.freeze();
            Instant target = clock.instant().plus(by);
            while (!ending) {
                @Nullable Timer next = nextUntil(target);
                moveTo(next == null ? target : next.due);
                if (next == null) {
                    return Duration.ZERO;
                }
                next.action.run();
                awaitQuietUnlessEnding();
                if (Duration.ofNanos(System.nanoTime() - start).compareTo(within) >= 0) {
                    break;
                }
            }
            return Duration.between(clock.instant(), target);
        } finally {
            clock.run();
            pause(false);
            moving.unlock();
        }
    }

    /// Ends a move where it is, and lets no other begin: the host is about to close. Waits for it, a bounded real
    /// time.
    public void endMove() throws InterruptedException {
        ending = true;
        if (moving.tryLock(QUIET_BOUND.toNanos(), TimeUnit.NANOSECONDS)) {
            moving.unlock();
        }
    }

    /// Whether the clock is moved no more.
    public boolean isEnding() {
        return ending;
    }

    private void moveTo(Instant moment) {
        clock.moveTo(moment);
        moved.run();
    }

    /// Waits until the host is quiet, at most a bounded real time. Returns whether it is.
    public boolean awaitQuiet() throws InterruptedException {
        return awaitQuiet(() -> false);
    }

    private void awaitQuietUnlessEnding() throws InterruptedException {
        boolean _ = awaitQuiet(() -> ending);
    }

    private boolean awaitQuiet(BooleanSupplier noLonger) throws InterruptedException {
        long end = System.nanoTime() + QUIET_BOUND.toNanos();
        int calm = 0;
        while (System.nanoTime() < end && !noLonger.getAsBoolean()) {
            calm = nothingFires() && quiet.getAsBoolean() ? calm + 1 : 0;
            if (calm >= 2) {
                return true;
            }
            TimeUnit.MICROSECONDS.sleep(calm > 0 ? 100 : 300);
        }
        return false;
    }

    /// Whether no timer is on its way to those who do its work, and none should be: while time is moved, the mover
    /// fires them himself.
    private boolean nothingFires() {
        lock.lock();
        try {
            Timer next = timers.peek();
            boolean due = !paused && next != null && !next.canceled && !next.due.isAfter(clock.instant());
            return closed || !(firing || due);
        } finally {
            lock.unlock();
        }
    }

    private void pause(boolean on) {
        lock.lock();
        try {
            paused = on;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Timer nextUntil(Instant target) {
        lock.lock();
        try {
            Timer next = timers.peek();
            while (next != null && next.canceled) {
                timers.poll();
                next = timers.peek();
            }
            return next != null && !next.due.isAfter(target) ? timers.poll() : null;
        } finally {
            lock.unlock();
        }
    }

    private void fireForEver() {
        while (!closed) {
            try {
                @Nullable Timer due = awaitDue();
                if (due != null) {
                    executor.execute(due.action);
                    firing = false;
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private @Nullable Timer awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Timer next = timers.peek();
            if (paused || next == null) {
                changed.await(1, TimeUnit.SECONDS);
                return null;
            }
            if (next.canceled) {
                timers.poll();
                return null;
            }
            long millis = Duration.between(clock.instant(), next.due).toMillis();
            if (millis > 0) {
                changed.await(Math.min(millis, 1_000), TimeUnit.MILLISECONDS);
                return null;
            }
            firing = true;
            return timers.poll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
