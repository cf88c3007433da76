package dev.encargo.local.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The write transaction of a group. Only the writing thread has one.
public final class Tx {
    private final Statements statements;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private long rows;

    Tx(Connection connection) {
        this.statements = new Statements(connection);
    }

    /// Executes an insert, update or delete and returns how many rows it changed.
    public int update(String sql, @Nullable Object... values) throws SQLException {
        int changed = statements.execute(sql, values);
        rows += changed;
        return changed;
    }

    /// Inserts a row and returns its rowid.
    public long insert(String sql, @Nullable Object... values) throws SQLException {
        update(sql, values);
        return one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return statements.one(sql, reader, values);
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return statements.list(sql, reader, values);
    }

    /// Runs `action` on the writing thread once the group is on disk. It must be short and must not fail.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void begin() throws SQLException {
        afterCommit.clear();
        rows = 0;
        statements.execute("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        statements.execute("COMMIT");
    }

    void rollback() throws SQLException {
        statements.execute("ROLLBACK");
    }

    long rows() {
        return rows;
    }

    List<Runnable> actions() {
        return List.copyOf(afterCommit);
    }

    static long count(ResultSet row) throws SQLException {
        return row.getLong(1);
    }
}
