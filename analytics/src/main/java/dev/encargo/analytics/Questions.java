package dev.encargo.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The questions that come with the lake, each one file of SQL in `analytics/sql`, asked of its tables. Close it.
public final class Questions implements AutoCloseable {

    /// Their names, in the order in which they are answered.
    public static final List<String> NAMES = List.of("orders-by-day", "funnel", "rejections", "time-to-paid", "events");

    private final Engine engine;

    private Questions(Engine engine) {
        this.engine = engine;
    }

    public static Questions to(Lake lake) {
        Engine engine = Engine.start(Path.of(System.getProperty("java.io.tmpdir")));
        List<Path> tables = lake.parquet();
        engine.execute("CREATE VIEW events AS "
                + (tables.isEmpty()
                        ? Records.NONE
                        : "SELECT %s FROM read_parquet(%s, hive_partitioning = false)"
                                .formatted(Records.COLUMNS, Engine.list(tables))));
        engine.execute(sql("views"));
        return new Questions(engine);
    }

    /// `name` is one of [#NAMES]; an empty lake answers with no rows.
    public Answer answer(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("There is no question %s; there are %s".formatted(name, NAMES));
        }
        return engine.ask(name, sql(name));
    }

    /// Any SQL over `events` and the views of `views.sql`.
    public Answer ask(String sql) {
        return engine.ask("sql", sql);
    }

    private static String sql(String name) {
        try (InputStream file = Questions.class.getResourceAsStream("sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("analytics/sql/%s.sql is not on the class path".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new LakeFailed("analytics/sql/%s.sql cannot be read".formatted(name), unreadable);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
