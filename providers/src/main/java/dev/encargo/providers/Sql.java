package dev.encargo.providers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One SQLite connection, used by one thread at a time, that keeps its prepared statements.
final class Sql implements AutoCloseable {
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Sql(Connection connection) {
        this.connection = connection;
    }

    static Sql open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Sql sql = new Sql(connection);
        sql.run("PRAGMA busy_timeout=5000");
        sql.run("PRAGMA journal_mode=WAL");
        sql.run("PRAGMA synchronous=NORMAL");
        return sql;
    }

    void run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    int change(String text, @Nullable Object... values) throws SQLException {
        return bound(text, values).executeUpdate();
    }

    <T> @Nullable T first(String text, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bound(text, values).executeQuery()) {
            return rows.next() ? reader.read(rows) : null;
        }
    }

    <T> List<T> all(String text, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(text, values).executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    ResultSet rows(String text, @Nullable Object... values) throws SQLException {
        return bound(text, values).executeQuery();
    }

    private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
