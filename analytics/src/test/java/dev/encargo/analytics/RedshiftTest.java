package dev.encargo.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The warehouse has views of its own and the same questions. Here DuckDB plays Redshift, with the one function that
/// it has otherwise; what only Redshift understands is compared by its columns.
class RedshiftTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("encargo.root", "..")).resolve("analytics");

    /// What is missing is an empty text in Redshift.
    private static final String FUNCTION = """
            CREATE MACRO json_extract_path_text
                (json, a) AS COALESCE(CAST(json AS JSON) ->> ('$.' || a), ''),
                (json, a, b) AS COALESCE(CAST(json AS JSON) ->> ('$.' || a || '.' || b), ''),
                (json, a, b, c) AS COALESCE(CAST(json AS JSON) ->> ('$.' || a || '.' || b || '.' || c), '')""";

    private static final List<String> VIEWS = List.of(
            "3-order-created.sql", "4-order-status-changed.sql", "5-payment-captured.sql", "6-payment-refunded.sql");

    @TempDir
    Path bucket;

    private Lake lake;

    @BeforeEach
    void landed() throws IOException {
        LakeOfOrders events = new LakeOfOrders(bucket);
        events.land("2026-01-02", events.tenPaidOrders().toArray(String[]::new));
        events.land(
                "2026-01-03",
                events.refunded("ord_1", "2026-01-03T08:00:00Z", 5300, false),
                events.moved("ord_1", "2026-01-03T08:00:01Z", "CANCELED", "\"Canceled\""),
                events.moved("ord_2", "2026-01-03T08:00:00.250Z", "SHIPPED"),
                events.created("ord_11", "2026-01-03T08:00:00Z", 100),
                events.moved("ord_11", "2026-01-03T08:00:09Z", "REJECTED", "\"OutOfStock\""),
                events.created("ord_12", "2026-01-03T08:00:00Z", 200),
                events.moved("ord_12", "2026-01-03T08:00:09Z", "REJECTED"));
        lake = Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/");
        lake.compact();
    }

    @Test
    void the_warehouse_answers_every_question_as_the_lake_does() {
        try (Questions questions = Questions.to(lake);
                Engine warehouse = warehouse()) {
            for (String name : Questions.NAMES) {
                Answer answer = questions.answer(name);
                assertThat(answer.rows()).as(name).isNotEmpty();
                assertThat(warehouse.ask(name, read("sql/" + name + ".sql")))
                        .as(name)
                        .isEqualTo(answer);
            }
        }
    }

    @Test
    void the_warehouse_has_every_view_of_the_lake() {
        Pattern view = Pattern.compile("CREATE OR REPLACE VIEW (\\w+)");
        assertThat(VIEWS)
                .map(file -> first(view, read("redshift/" + file)))
                .containsExactlyElementsOf(view.matcher(read("sql/views.sql"))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void the_warehouses_table_has_the_columns_of_the_lakes_and_is_loaded_in_their_order() {
        String columns = String.join(
                ", ",
                Pattern.compile("(?m)^ {4}(\\w+) [A-Z]")
                        .matcher(read("redshift/1-events.sql"))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
        assertThat(columns).isEqualTo(Records.COLUMNS);
        assertThat(read("redshift/2-load-events.sql")).contains("SELECT " + Records.COLUMNS + "\n");
    }

    private Engine warehouse() {
        Engine engine = Engine.start(bucket);
        engine.execute(FUNCTION);
        engine.execute(
                "CREATE TABLE events AS SELECT * REPLACE (CAST(data AS VARCHAR) AS data) FROM read_parquet(%s, hive_partitioning = false)"
                        .formatted(Engine.list(lake.parquet())));
        VIEWS.forEach(file -> engine.execute(read("redshift/" + file)));
        return engine;
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
