package dev.encargo.providers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The one writer of `providers.db`: a thread that takes what waits, writes it in one transaction and only then
/// answers.
final class Books implements AutoCloseable {
    /// Something written as a whole, at the moment `now`.
    @FunctionalInterface
    interface Entry<T> {
        T write(Sql sql, Instant now) throws SQLException;
    }

    private record Pending<T>(Entry<T> entry, CompletableFuture<T> answer) {}

    private static final int LARGEST_GROUP = 256;

    private final Sql sql;
    private final InstantSource clock;
    private final DueCaptures captures;
    private final Outbox outbox;
    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread writer;
    private volatile boolean closing;

    Books(Sql sql, InstantSource clock, DueCaptures captures, Outbox outbox) {
        this.sql = sql;
        this.clock = clock;
        this.captures = captures;
        this.outbox = outbox;
        this.writer = Thread.ofPlatform().name("providers-writer").daemon().unstarted(this::writeGroups);
    }

    void start() {
        writer.start();
    }

    /// Returns once `entry` is on disk.
    <T> T perform(Entry<T> entry) {
        try {
            return submit(entry).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BooksUnavailable unavailable) {
                throw unavailable;
            }
            throw failed;
        }
    }

    <T> CompletableFuture<T> submit(Entry<T> entry) {
        Pending<T> pending = new Pending<>(entry, new CompletableFuture<>());
        if (closing) {
            throw new BooksUnavailable("the books are closed", null);
        }
        open.incrementAndGet();
        queue.add(pending);
        if (writer.getState() == Thread.State.TERMINATED) {
            refuseTheRest();
        }
        return pending.answer();
    }

    boolean idle() {
        return open.get() == 0;
    }

    private void writeGroups() {
        List<Pending<?>> group = new ArrayList<>();
        try {
            while (!closing || !queue.isEmpty()) {
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                writeTogetherOrOneByOne(group);
                group.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        refuseTheRest();
    }

    private void refuseTheRest() {
        for (Pending<?> late = queue.poll(); late != null; late = queue.poll()) {
            late.answer().completeExceptionally(new BooksUnavailable("the books are closed", null));
        }
    }

    private void writeTogetherOrOneByOne(List<Pending<?>> group) {
        if (write(group) == null) {
            return;
        }
        for (Pending<?> pending : group) {
            BooksUnavailable failure = write(List.of(pending));
            if (failure != null) {
                open.decrementAndGet();
                pending.answer().completeExceptionally(failure);
            }
        }
    }

    private @Nullable BooksUnavailable write(List<Pending<?>> group) {
        try {
            sql.run("BEGIN IMMEDIATE");
            captures.settle(sql, clock.instant());
            List<Runnable> answers = new ArrayList<>(group.size());
            for (Pending<?> pending : group) {
                answers.add(written(pending));
            }
            sql.run("COMMIT");
            outbox.committed();
            open.addAndGet(-group.size());
            answers.forEach(Runnable::run);
            return null;
        } catch (SQLException refused) {
            return rolledBack(refused);
        } catch (RuntimeException bug) {
            return rolledBack(new SQLException("an entry failed: " + bug, bug));
        }
    }

    private <T> Runnable written(Pending<T> pending) throws SQLException {
        T result = pending.entry().write(sql, clock.instant());
        return () -> pending.answer().complete(result);
    }

    private BooksUnavailable rolledBack(SQLException cause) {
        outbox.rolledBack();
        try {
            sql.run("ROLLBACK");
            captures.lookAhead(sql);
        } catch (SQLException second) {
            cause.addSuppressed(second);
        }
        return new BooksUnavailable("the books refused to be written", cause);
    }

    /// Writes what waits, then closes the file.
    @Override
    public void close() throws InterruptedException, SQLException {
        closing = true;
        open.incrementAndGet();
        queue.add(new Pending<>((_, now) -> now, new CompletableFuture<>()));
        writer.join();
        sql.close();
    }
}
