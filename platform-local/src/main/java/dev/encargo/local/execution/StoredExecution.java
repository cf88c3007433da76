package dev.encargo.local.execution;

import dev.encargo.local.store.Tx;
import dev.encargo.local.workflow.engine.Execution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// An execution's row.
record StoredExecution(long id, String machine, String name, long revision, Execution execution) {
    private static final String SELECT = "SELECT id, machine, name, revision, state FROM executions ";
    static final String BY_NAME = SELECT + "WHERE machine = ? AND name = ?";
    static final String BY_ID = SELECT + "WHERE id = ?";
    static final String RUNNING_AFTER = SELECT + "WHERE status = 'RUNNING' AND id > ? ORDER BY id LIMIT ?";

    static StoredExecution read(ResultSet row) throws SQLException {
        return new StoredExecution(
                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), Execution.read(row.getString(5)));
    }

    static Optional<StoredExecution> byName(Tx tx, String machine, String name) throws SQLException {
        return tx.one(BY_NAME, StoredExecution::read, machine, name);
    }
}
