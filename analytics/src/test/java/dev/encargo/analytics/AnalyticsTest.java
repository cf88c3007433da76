package dev.encargo.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsTest {

    @TempDir
    Path bucket;

    @Nested
    class AnEmptyLake {

        @Test
        void answers_every_question_with_no_rows() {
            try (Questions questions =
                    Questions.to(Lake.in(bucket.resolve("nowhere"), "events/day=!{timestamp:yyyy-MM-dd}/"))) {
                for (String name : Questions.NAMES) {
                    assertThat(questions.answer(name).rows()).as(name).isEmpty();
                    assertThat(questions.answer(name).columns()).as(name).isNotEmpty();
                }
            }
            assertThat(Answers.of(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/"), "all")
                            .json())
                    .isEqualTo(
                            "{\"compacted\":{\"objects\":0,\"records\":0,\"skipped\":[]},\"answers\":{\"orders-by-day\":[],"
                                    + "\"funnel\":[],\"rejections\":[],\"time-to-paid\":[],\"events\":[]}}");
        }
    }

    @Nested
    class SomeOrders {

        /// Ten are paid; of these one is canceled and refunded on the next day, two shipped, one delivered. Three
        /// more are rejected (one paid too late, given back), on the next day.
        @BeforeEach
        void landed() throws IOException {
            LakeOfOrders events = new LakeOfOrders(bucket);
            List<String> ten = events.tenPaidOrders();
            events.land("2026-01-02", ten.toArray(String[]::new));
            events.land("2026-01-02", ten.subList(5, 20).toArray(String[]::new));
            events.land(
                    "2026-01-03",
                    events.refunded("ord_1", "2026-01-03T08:00:00Z", 5300, false),
                    events.moved("ord_1", "2026-01-03T08:00:01Z", "CANCELED", "\"Canceled\""),
                    events.moved("ord_2", "2026-01-03T08:00:00Z", "SHIPPED"),
                    events.moved("ord_3", "2026-01-03T08:00:00Z", "SHIPPED"),
                    events.moved("ord_3", "2026-01-03T09:00:00Z", "DELIVERED"),
                    events.created("ord_11", "2026-01-03T08:00:00Z", 100),
                    events.created("ord_12", "2026-01-03T08:00:00Z", 200),
                    events.created("ord_13", "2026-01-03T08:00:00Z", 333),
                    events.moved("ord_11", "2026-01-03T08:00:01Z", "REJECTED", "\"OutOfStock\""),
                    events.moved("ord_12", "2026-01-03T08:00:01Z", "REJECTED", "\"OutOfStock\""),
                    events.moved("ord_13", "2026-01-03T08:30:01Z", "REJECTED", "\"PaymentTimedOut\""),
                    events.refunded("ord_13", "2026-01-03T08:31:00Z", 333, true));
        }

        @Test
        void are_counted_with_their_revenue_by_day() {
            assertThat(rows("orders-by-day"))
                    .containsExactly(
                            List.of("2026-01-02", "EUR", 10L, 53000L, 53000L, 0L, 53000L),
                            List.of("2026-01-03", "EUR", 3L, 633L, 0L, 5300L, -5300L));
        }

        @Test
        void narrow_from_created_to_delivered() {
            assertThat(rows("funnel"))
                    .containsExactly(
                            List.of("created", 13L, new BigDecimal("100.0")),
                            List.of("reserved", 10L, new BigDecimal("76.9")),
                            List.of("paid", 10L, new BigDecimal("76.9")),
                            List.of("shipped", 2L, new BigDecimal("15.4")),
                            List.of("delivered", 1L, new BigDecimal("7.7")),
                            List.of("rejected", 3L, new BigDecimal("23.1")),
                            List.of("canceled", 1L, new BigDecimal("7.7")));
        }

        @Test
        void were_rejected_for_reasons() {
            assertThat(rows("rejections"))
                    .containsExactly(
                            List.of("OutOfStock", 2L, new BigDecimal("66.7")),
                            List.of("PaymentTimedOut", 1L, new BigDecimal("33.3")));
        }

        @Test
        void took_one_to_ten_seconds_to_be_paid() {
            assertThat(rows("time-to-paid"))
                    .containsExactly(
                            List.of(10L, new BigDecimal("5.500"), new BigDecimal("9.100"), new BigDecimal("9.910")));
        }

        @Test
        void left_events_that_count_once() {
            assertThat(rows("events"))
                    .containsExactly(
                            List.of("OrderCreated", 13L, "2026-01-02T10:01:00Z", "2026-01-03T08:00:00Z"),
                            List.of("OrderStatusChanged", 27L, "2026-01-02T10:01:00.500Z", "2026-01-03T09:00:00Z"),
                            List.of("PaymentCaptured", 10L, "2026-01-02T10:01:01Z", "2026-01-02T10:10:10Z"),
                            List.of("PaymentRefunded", 2L, "2026-01-03T08:00:00Z", "2026-01-03T08:31:00Z"));
        }

        @Test
        void are_JSON_with_minor_units() {
            assertThat(Answers.of(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/"), "orders-by-day")
                            .json())
                    .contains("\"skipped\":[]")
                    .contains("{\"day\":\"2026-01-03\",\"currency\":\"EUR\",\"orders\":3,\"ordered_minor\":633,"
                            + "\"captured_minor\":0,\"refunded_minor\":5300,\"revenue_minor\":-5300}");
        }

        private List<Object> rows(String query) {
            Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/").compact();
            try (Questions questions = Questions.to(Lake.in(bucket, "events/day=!{timestamp:yyyy-MM-dd}/"))) {
                return List.copyOf(questions.answer(query).rows());
            }
        }
    }

    @Test
    void every_file_of_SQL_is_a_question_or_the_views() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("views"), Questions.NAMES.stream())
                            .toList());
        }
    }
}
