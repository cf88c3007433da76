package dev.encargo.analytics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// DuckDB in this process: bounded memory, two threads, times in UTC, nothing fetched from a network.
final class Engine implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET memory_limit = '256MB'",
            "SET threads = 2",
            "SET preserve_insertion_order = false",
            "SET TimeZone = 'UTC'");

    private final Connection connection;

    private Engine(Connection connection) {
        this.connection = connection;
    }

    /// `spill` is where it puts what does not fit into memory.
    static Engine start(Path spill) {
        try {
            Engine engine = new Engine(DriverManager.getConnection("jdbc:duckdb:"));
            SETTINGS.forEach(engine::execute);
            engine.execute("SET temp_directory = " + text(spill));
            return engine;
        } catch (SQLException failed) {
            throw new LakeFailed("The query engine did not start", failed);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new LakeFailed("The lake could not be asked", failed);
        }
    }

    Answer ask(String name, String sql) {
        try (Statement statement = connection.createStatement()) {
            return Answer.of(name, statement.executeQuery(sql));
        } catch (SQLException failed) {
            throw new LakeFailed("The question %s has no answer".formatted(name), failed);
        }
    }

    static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    static String list(Collection<?> values) {
        return values.stream().map(Engine::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new LakeFailed("The query engine did not stop", failed);
        }
    }
}
