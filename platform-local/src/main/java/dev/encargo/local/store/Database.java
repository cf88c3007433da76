package dev.encargo.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The host's one SQLite file in WAL mode. A write returns when it is on disk (`synchronous=FULL`).
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final int CHECKPOINT_MILLIS = 1_000;

    /// The log's length in pages from which it is written from its beginning again; looking up pages in a long one
    /// is slow.
    private static final int LONG_LOG = 8_000;

    private static final int READER_MILLIS = 5;

    private final Path file;
    private final Connection writing;
    private final Writer writer;
    private final BlockingQueue<Statements> readers = new ArrayBlockingQueue<>(READERS);
    private final List<Statements> allReaders = new ArrayList<>();
    private final Thread checkpoints;
    private volatile boolean closed;

    private Database(Path file) throws SQLException {
        this.file = file;
        this.writing = connect(false);
        Tx tx = new Tx(writing);
        Schema.create(writing);
        this.writer = new Writer(tx, this::emptyLog);
        for (int i = 0; i < READERS; i++) {
            Statements reader = new Statements(connect(true));
            allReaders.add(reader);
            readers.add(reader);
        }
        this.checkpoints =
                Thread.ofPlatform().name("encargo-checkpoints").daemon(true).unstarted(this::checkpoint);
    }

    /// Opens the file, or creates it, for its owner's eyes only, and starts its writing thread. SQLite gives the
    /// files that it makes beside it the same rights.
    ///
    /// @throws StoreUnusable where that cannot be
    public static Database open(Path file) {
        try {
            OwnersOnly.file(file);
            for (String beside : List.of("-wal", "-shm")) {
                OwnersOnly.ifThere(file.resolveSibling(file.getFileName() + beside));
            }
            Database database = new Database(file);
            database.writer.start();
            database.checkpoints.start();
            return database;
        } catch (SQLException | IOException fault) {
            throw new StoreUnusable(file, fault);
        }
    }

    /// Writes on the path of a caller that waits: before anything in the background.
    public <T extends @Nullable Object> T write(Unit<T> unit) {
        return writer.submit(unit, true).await();
    }

    /// Writes in the background: after what callers wait for.
    public <T extends @Nullable Object> T work(Unit<T> unit) {
        return writer.submit(unit, false).await();
    }

    /// Writes some time soon, riding with another unit's commit. Losing it to a crash must be harmless.
    public void lazily(Unit<?> unit) {
        writer.lazily(unit);
    }

    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) {
        return reading(statements -> statements.one(sql, reader, values));
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        return reading(statements -> statements.list(sql, reader, values));
    }

    /// How many callers wait for the writing thread.
    public int backlog() {
        return writer.backlog();
    }

    public boolean quiet() {
        return writer.quiet();
    }

    /// Commits and changed rows since the start: what the row and commit budget counts.
    public Counters counters() {
        return new Counters(writer.commits.get(), writer.rows.get());
    }

    public record Counters(long commits, long rows) {}

    @FunctionalInterface
    private interface Reading<T> {
        T read(Statements statements) throws SQLException;
    }

    private <T> T reading(Reading<T> work) {
        try {
            Statements reader = readers.take();
            try {
                return work.read(reader);
            } finally {
                readers.add(reader);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFailed("interrupted while reading", interrupted);
        } catch (SQLException fault) {
            throw new StoreFailed("cannot read " + file, fault);
        }
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, readOnly ? "-4000" : "-16000");
        config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (java.sql.Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA wal_autocheckpoint=0");
            if (readOnly) {
                pragma.execute("PRAGMA query_only=1");
            }
        }
        return connection;
    }

    /// From now on nothing is written, as after a kill. What was committed stays.
    public void abandon() {
        writer.abandon();
    }

    private void checkpoint() {
        try (Connection connection = connect(false);
                java.sql.Statement pragma = connection.createStatement()) {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(CHECKPOINT_MILLIS);
                if (moved(pragma) > LONG_LOG) {
                    writer.pause();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException fault) {
            throw new StoreFailed("cannot move the log into " + file, fault);
        }
    }

    /// Moves what it can of the log into the file, waiting for nobody, and returns how many pages the log has.
    private static int moved(java.sql.Statement pragma) throws SQLException {
        try (ResultSet answer = pragma.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return answer.next() ? answer.getInt(2) : 0;
        }
    }

    /// Run by the writing thread between two groups: moves the rest of the log while nobody of this process reads
    /// it, so that the next group writes it from its beginning. Another process that reads at this moment only puts
    /// that off.
    private void emptyLog() throws SQLException {
        List<Statements> held = new ArrayList<>();
        try (java.sql.Statement pragma = writing.createStatement()) {
            @Nullable Statements next = readers.poll(READER_MILLIS, TimeUnit.MILLISECONDS);
            while (next != null) {
                held.add(next);
                next = held.size() == READERS ? null : readers.poll(READER_MILLIS, TimeUnit.MILLISECONDS);
            }
            moved(pragma);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            readers.addAll(held);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            checkpoints.interrupt();
            checkpoints.join();
            writer.stop();
            for (Statements reader : allReaders) {
                reader.connection().close();
            }
            try (java.sql.Statement pragma = writing.createStatement()) {
                pragma.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            writing.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException fault) {
            throw new StoreFailed("cannot close " + file, fault);
        }
    }
}
