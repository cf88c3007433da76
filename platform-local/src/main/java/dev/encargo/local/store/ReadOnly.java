package dev.encargo.local.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The file of a host that runs or not, for reading only: one connection, for one thread.
public final class ReadOnly implements AutoCloseable {
    private final Path file;
    private final Statements statements;

    private ReadOnly(Path file, Connection connection) {
        this.file = file;
        this.statements = new Statements(connection);
    }

    /// @throws StoreFailed where there is no such file
    /// @throws StoreUnusable where it cannot be read
    public static ReadOnly open(Path file) {
        return open(file, Overlay.NONE);
    }

    /// The same, with what `overlay` shows in place of tables of the file.
    public static ReadOnly open(Path file, Overlay overlay) {
        if (!Files.isRegularFile(file)) {
            throw new StoreFailed("there is no " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            overlay.lay(connection);
            try (java.sql.Statement pragma = connection.createStatement()) {
                pragma.execute("PRAGMA query_only=1");
                pragma.execute("PRAGMA schema_version"); // reads the file, which opening does not
            }
            return new ReadOnly(file, connection);
        } catch (SQLException fault) {
            throw new StoreUnusable(file, fault);
        }
    }

    /// From its next reading on it shows one moment, whatever the host writes meanwhile.
    public void freeze() {
        try (java.sql.Statement begin = statements.connection().createStatement()) {
            begin.execute("BEGIN");
        } catch (SQLException fault) {
            throw new StoreFailed("cannot read " + file, fault);
        }
    }

    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) {
        try {
            return statements.one(sql, reader, values);
        } catch (SQLException fault) {
            throw new StoreFailed("cannot read " + file, fault);
        }
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        try {
            return statements.list(sql, reader, values);
        } catch (SQLException fault) {
            throw new StoreFailed("cannot read " + file, fault);
        }
    }

    public long count(String sql, @Nullable Object... values) {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    @Override
    public void close() {
        try {
            statements.connection().close();
        } catch (SQLException fault) {
            throw new StoreFailed("cannot close " + file, fault);
        }
    }
}
