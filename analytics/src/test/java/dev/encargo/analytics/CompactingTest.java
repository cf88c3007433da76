package dev.encargo.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactingTest {

    @TempDir
    Path bucket;

    private LakeOfOrders events;

    @BeforeEach
    void lake() {
        events = new LakeOfOrders(bucket);
    }

    @Test
    void an_event_delivered_twice_is_one_row() throws IOException {
        String once = events.created("ord_1", "2026-01-02T10:00:00Z", 5300);
        events.land("2026-01-02", once, once);
        events.land("2026-01-03", once, events.created("ord_2", "2026-01-02T10:00:00Z", 100));
        assertThat(compact()).returns(2, Compaction::objects).returns(4L, Compaction::records);
        assertThat(ids()).containsExactly("evt_1", "evt_2");
    }

    @Test
    void the_same_event_put_on_the_bus_twice_is_one_row() throws IOException {
        String once = events.created("ord_1", "2026-01-02T10:00:00Z", 5300);
        events.land("2026-01-02", once, once.replace("\"id\":\"1\"", "\"id\":\"another\""));
        compact();
        assertThat(ids()).containsExactly("evt_1");
    }

    @Test
    void partitions_follow_the_type_and_the_events_own_day() throws IOException {
        events.land(
                "2026-01-03",
                events.created("ord_1", "2026-01-02T23:59:59.999Z", 5300),
                events.created("ord_2", "2026-01-03T00:00:00Z", 5300),
                events.moved("ord_1", "2026-01-03T00:00:01Z", "PAID"));
        compact();
        assertThat(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/").parquet())
                .extracting(file -> bucket.resolve("tables").relativize(file).toString())
                .containsExactly(
                        "type=OrderCreated/day=2026-01-02/events.parquet",
                        "type=OrderCreated/day=2026-01-03/events.parquet",
                        "type=OrderStatusChanged/day=2026-01-03/events.parquet");
    }

    @Test
    void late_data_joins_its_old_day() throws IOException {
        events.land("2026-01-02", events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        compact();
        events.land("2026-02-01", events.created("ord_2", "2026-01-02T10:00:00Z", 5300));
        assertThat(compact().partitions()).isEqualTo(1);
        assertThat(ids()).containsExactly("evt_1", "evt_2");
        assertThat(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/").parquet())
                .hasSize(1);
    }

    @Test
    void what_is_in_is_not_read_again() throws IOException {
        events.land("2026-01-02", events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        compact();
        assertThat(compact()).isEqualTo(new Compaction(0, 0, 0, List.of()));
        assertThat(bucket.resolve("tables/manifest.tsv")).content().startsWith("day=2026-01-02/encargo-0001.json.gz\t");
    }

    @Test
    void a_half_written_object_is_told_and_taken_in_when_it_is_whole() throws IOException {
        events.land("2026-01-02", events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        Path half = events.land("2026-01-02", events.created("ord_2", "2026-01-02T10:00:00Z", 5300));
        byte[] whole = Files.readAllBytes(half);
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        assertThat(compact().skipped())
                .singleElement()
                .returns("day=2026-01-02/encargo-0002.json.gz", Compaction.Skipped::object);
        assertThat(ids()).containsExactly("evt_1");
        Files.write(half, whole);
        assertThat(compact().skipped()).isEmpty();
        assertThat(ids()).containsExactly("evt_1", "evt_2");
    }

    @Test
    void objects_that_are_not_compressed_are_read_too_whatever_they_are_called() throws IOException {
        events.land("2026-01-02", events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        events.landUncompressed("2026-01-02", "lake-1", events.created("ord_2", "2026-01-02T10:00:00Z", 5300));
        events.landUncompressed("2026-01-02", "lake-2.json", events.created("ord_3", "2026-01-02T10:00:00Z", 5300));
        events.landUncompressed("2026-01-02", "lake-3.json.gz", events.created("ord_4", "2026-01-02T10:00:00Z", 5300));
        events.landUncompressed("2026-01-02", ".lake-4.part", "half of it");
        assertThat(compact().skipped()).isEmpty();
        assertThat(ids()).containsExactly("evt_1", "evt_2", "evt_3", "evt_4");
    }

    @Test
    void an_empty_object_is_told() throws IOException {
        Path empty = events.land("2026-01-02");
        Files.write(empty, new byte[0]);
        assertThat(compact().skipped()).hasSize(1);
    }

    @Test
    void lines_that_are_no_events_are_told_and_the_others_kept() throws IOException {
        events.land(
                "2026-01-02",
                events.created("ord_1", "2026-01-02T10:00:00Z", 5300),
                "{\"half\":",
                "{\"id\":\"x\",\"detail-type\":\"../../Evil\",\"time\":\"2026-01-02T10:00:00Z\",\"detail\":{}}",
                "{\"id\":\"x\",\"detail-type\":\"NoTime\",\"detail\":{}}",
                events.created("ord_2", "2026-01-02T10:00:00Z", 5300));
        assertThat(compact().skipped())
                .containsExactly(
                        new Compaction.Skipped("day=2026-01-02/encargo-0001.json.gz", "3 of its lines are no events"));
        assertThat(ids()).containsExactly("evt_1", "evt_2");
    }

    @Test
    void an_interruption_between_partitions_loses_and_doubles_nothing() throws IOException {
        events.land("2026-01-02", events.created("ord_1", "2026-01-02T10:00:00Z", 5300));
        compact();
        byte[] before = Files.readAllBytes(bucket.resolve("tables/manifest.tsv"));
        events.land(
                "2026-01-02",
                events.created("ord_2", "2026-01-02T10:00:00Z", 5300),
                events.moved("ord_1", "2026-01-02T10:00:00Z", "PAID"));
        compact();
        // As if it had stopped after the first partition: the second and the manifest are the old ones, a half file
        // lies about.
        Files.delete(bucket.resolve("tables/type=OrderStatusChanged/day=2026-01-02/events.parquet"));
        Files.write(bucket.resolve("tables/manifest.tsv"), before);
        Files.write(bucket.resolve("tables/.writing/events.parquet"), new byte[] {'P', 'A', 'R', '1', 0});
        assertThat(ids()).containsExactly("evt_1", "evt_2");
        assertThat(compact().records()).isEqualTo(2);
        assertThat(ids()).containsExactly("evt_1", "evt_2", "evt_3");
        assertThat(bucket.resolve("tables/.writing")).isEmptyDirectory();
    }

    @Test
    void more_objects_than_are_taken_at_once_come_in_all_the_same() throws IOException {
        for (int n = 0; n < 450; n++) {
            events.land("2026-01-02", events.created("ord_" + n, "2026-01-02T10:00:00Z", 100));
        }
        assertThat(compact().objects()).isEqualTo(450);
        assertThat(ids()).hasSize(450);
    }

    private Compaction compact() {
        return Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/").compact();
    }

    private List<Object> ids() {
        try (Questions questions = Questions.to(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/"))) {
            return questions.ask("SELECT event_id FROM events ORDER BY event_id").rows().stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }
}
