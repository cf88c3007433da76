package dev.encargo.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The statement of `infrastructure/lake.yaml` that compacts the lake every night. Here DuckDB plays Athena, with the
/// functions that it calls otherwise.
class CompactingOnAthenaTest {

    private static final Path TEMPLATE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/lake.yaml");

    private static final Pattern STATEMENT = Pattern.compile("QueryStatement: !Sub \\|\\n((?: {8}.*\\n)+)");

    /// Athena gives null for what is no JSON.
    private static final List<String> ATHENA = List.of(
            "CREATE SCHEMA lake",
            "CREATE TABLE lake.landed (line VARCHAR, day VARCHAR)",
            """
            CREATE TABLE lake.events (event_id VARCHAR, type VARCHAR, source VARCHAR, time TIMESTAMP_MS, order_id VARCHAR,
                sequence BIGINT, data VARCHAR, day VARCHAR)""",
            """
            CREATE MACRO json_extract_scalar(json, path) AS
                CASE WHEN json_valid(json) THEN json_extract_string(json, replace(replace(path, '["', '."'), '"]', '"')) END""",
            "CREATE MACRO json_extract_or_null(json, path) AS CASE WHEN json_valid(json) THEN json -> path END",
            "CREATE MACRO json_format(json) AS CAST(json AS VARCHAR)",
            "CREATE MACRO from_iso8601_timestamp(text) AS CAST(text AS TIMESTAMPTZ)",
            "CREATE MACRO date_format(time, format) AS strftime(time, format)");

    @TempDir
    Path bucket;

    private Engine athena;
    private LakeOfOrders events;

    @BeforeEach
    void tables() {
        events = new LakeOfOrders(bucket);
        athena = Engine.start(bucket);
        ATHENA.forEach(athena::execute);
    }

    @AfterEach
    void close() {
        athena.close();
    }

    @Test
    void an_event_is_one_row_of_the_day_on_which_it_happened() throws IOException {
        landToday(events.created("ord_1", "2026-01-02T23:59:59.999Z", 5300));
        compact();
        assertThat(athena.ask(
                                "all",
                                "SELECT event_id, type, source, order_id, sequence IS NOT NULL AS counted, day FROM lake.events")
                        .rows())
                .singleElement()
                .asString()
                .isEqualTo("[evt_1, OrderCreated, encargo.orders, ord_1, true, 2026-01-02]");
    }

    @Test
    void an_event_that_landed_twice_or_is_compacted_again_is_one_row() throws IOException {
        String once = events.created("ord_1", "2026-01-02T10:00:00Z", 5300);
        landToday(once, once);
        compact();
        compact();
        assertThat(ids()).containsExactly("evt_1");
    }

    @Test
    void an_event_that_an_archive_replays_long_after_it_was_compacted_stays_one_row() throws IOException {
        String old = events.created("ord_1", "2026-01-02T10:00:00Z", 5300);
        landToday(old);
        compact();
        athena.execute("DELETE FROM lake.landed");
        landToday(
                old.replace("\"id\":\"1\"", "\"id\":\"replayed\""),
                old.replace("\"id\":\"1\"", "\"id\":\"again\""),
                events.created("ord_2", "2026-01-02T11:00:00Z", 100));
        compact();
        compact();
        assertThat(ids()).containsExactly("evt_1", "evt_2");
    }

    @Test
    void a_line_that_is_no_event_is_left_and_keeps_no_other_out() throws IOException {
        landToday(
                "{\"half\":",
                "{\"detail-type\":\"NoId\",\"time\":\"2026-01-02T10:00:00Z\",\"detail\":{}}",
                "{\"id\":\"x\",\"detail-type\":\"NoTime\",\"detail\":{}}",
                events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        compact();
        assertThat(ids()).containsExactly("evt_1");
    }

    @Test
    void a_row_without_id_in_the_table_keeps_no_event_out() throws IOException {
        athena.execute("INSERT INTO lake.events (day) VALUES ('2026-01-02')");
        landToday(events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        compact();
        assertThat(ids()).contains("evt_1");
    }

    private void landToday(String... lines) {
        for (String line : lines) {
            athena.execute("INSERT INTO lake.landed VALUES (%s, strftime(current_date, '%%Y-%%m-%%d'))"
                    .formatted(Engine.text(line)));
        }
    }

    private void compact() throws IOException {
        Matcher statement = STATEMENT.matcher(Files.readString(TEMPLATE));
        assertThat(statement.find()).isTrue();
        athena.execute(
                statement.group(1).replace("${Database}", "lake").replace("json_extract(", "json_extract_or_null("));
    }

    private List<Object> ids() {
        return athena.ask("ids", "SELECT event_id FROM lake.events ORDER BY event_id").rows().stream()
                .map(row -> row.get(0))
                .toList();
    }
}
