package dev.encargo.cli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// Looks into the file of the running host without touching it.
final class HostFile implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    HostFile(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        this.file = file;
        try {
            this.connection = config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException fault) {
            throw new HostFileUnreadable(file, fault);
        }
    }

    /// Reads one row of an answer.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException fault) {
            throw new HostFileUnreadable(file, fault);
        }
    }

    long count(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).getFirst();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException fault) {
            throw new HostFileUnreadable(file, fault);
        }
    }
}
