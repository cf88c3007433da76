package dev.encargo.providers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Delivers one party's notices until each is answered 2xx, at the times of the stand-ins' clock. Notices of one
/// order share a lane, so they leave in order unless they are late or must be repeated.
final class Courier implements AutoCloseable {
    private static final int LANES = 16;

    private final Books books;
    private final InstantSource clock;
    private final DueTimer timer;
    private final PriorityQueue<Notice> later =
            new PriorityQueue<>(Comparator.comparing(Notice::nextAt).thenComparingLong(Notice::seq));
    private final List<BlockingQueue<Notice>> lanes = new ArrayList<>();
    private final List<Thread> carriers = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable Webhook webhook;
    private @Nullable Instant alarm;

    Courier(Party party, Books books, InstantSource clock, DueTimer timer) {
        this.books = books;
        this.clock = clock;
        this.timer = timer;
        for (int number = 0; number < LANES; number++) {
            BlockingQueue<Notice> lane = new LinkedBlockingQueue<>();
            lanes.add(lane);
            carriers.add(Thread.ofVirtual().name(party + "-courier-" + number).unstarted(() -> carry(lane)));
        }
    }

    void start() {
        carriers.forEach(Thread::start);
    }

    /// From now on notices go there; what waited for an address is due.
    void deliverTo(Webhook changed) {
        synchronized (this) {
            webhook = changed;
        }
        wake();
    }

    synchronized void accept(Notice notice) {
        if (webhook != null && !notice.nextAt().isAfter(clock.instant())) {
            toLane(notice);
        } else {
            later.add(notice);
            setAlarm();
        }
    }

    /// Sends what has become due, in order.
    synchronized void wake() {
        alarm = null;
        if (webhook == null) {
            return;
        }
        Instant now = clock.instant();
        for (Notice first = later.peek(); first != null && !first.nextAt().isAfter(now); first = later.peek()) {
            toLane(first);
            later.remove();
        }
        setAlarm();
    }

    synchronized Optional<Instant> nextDue() {
        Notice first = later.peek();
        return webhook == null || first == null ? Optional.empty() : Optional.of(first.nextAt());
    }

    synchronized boolean quiet() {
        Notice first = later.peek();
        boolean due = webhook != null && first != null && !first.nextAt().isAfter(clock.instant());
        return !due && underWay.get() == 0;
    }

    private void setAlarm() {
        Notice first = later.peek();
        if (webhook != null && first != null && (alarm == null || first.nextAt().isBefore(alarm))) {
            alarm = first.nextAt();
            timer.wakeAt(first.nextAt(), this::wake);
        }
    }

    private void toLane(Notice notice) {
        underWay.incrementAndGet();
        lanes.get(Math.floorMod(notice.orderId().hashCode(), LANES)).add(notice);
    }

    private void carry(BlockingQueue<Notice> lane) {
        try (NoticePost post = new NoticePost(clock)) {
            while (!Thread.currentThread().isInterrupted()) {
                Notice notice = lane.take();
                settle(notice, post.send(notice, address()));
                underWay.decrementAndGet();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (BooksUnavailable closed) {
            // what is not marked as delivered is sent again by the next start
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Webhook address() {
        if (webhook == null) {
            throw new IllegalStateException("a notice left without an address");
        }
        return webhook;
    }

    private void settle(Notice notice, int status) {
        Instant now = clock.instant();
        boolean received = status >= 200 && status < 300;
        if (received && notice.copies() <= 1) {
            mark("delivered", notice.oneCopyLess(now), status);
            return;
        }
        Notice again = received ? notice.oneCopyLess(now) : notice.afterFailure(now);
        if (again.givenUp()) {
            mark("given-up", again, status);
            return;
        }
        mark("waiting", again, status);
        accept(again);
    }

    private void mark(String state, Notice notice, int status) {
        CompletableFuture<Integer> _ = books.submit((sql, now) -> sql.change(
                "UPDATE notices SET state = ?, next_at = ?, attempts = ?, copies = ?, last_status = ? WHERE seq = ?",
                state,
                notice.nextAt().toEpochMilli(),
                notice.attempts(),
                notice.copies(),
                status,
                notice.seq()));
    }

    @Override
    public void close() throws InterruptedException {
        carriers.forEach(Thread::interrupt);
        for (Thread carrier : carriers) {
            carrier.join();
        }
    }
}
