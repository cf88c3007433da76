package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangingOrderStatusTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);

    @Test
    void a_parcel_that_has_left_and_arrived_is_recorded() {
        String id = calls.paid();
        Calls.Answer shipped = calls.patch(id, "SHIPPED");
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(shipped.headers()).containsEntry("ETag", "\"4\"");
        assertThat(platform.publishedTypes()).endsWith("OrderDispatchRecorded", "OrderStatusChanged");
        assertThat(calls.patch(id, "SHIPPED").status())
                .as("the state that holds")
                .isEqualTo(200);
        assertThat(calls.patch(id, "DELIVERED").json().path("status").asText()).isEqualTo("DELIVERED");
        assertThat(platform.published).hasSize(6);
    }

    @Test
    void the_timeline_gives_each_thing_the_sequence_of_the_event_that_announced_it() {
        String shipped = calls.paid();
        calls.patch(shipped, "SHIPPED");
        String canceled = calls.paid();
        calls.cancel(canceled);
        assertThat(sequences(shipped, "DISPATCH_RECORDED")).containsExactly(4L);
        assertThat(sequences(canceled, "CANCEL_ASKED")).containsExactly(4L);
        assertThat(sequences(shipped, "STATUS_CHANGED")).containsExactly(2L, 3L, 5L);
    }

    private List<Long> sequences(String id, String code) {
        return calls.timeline(id)
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("code").asText().equals(code))
                .map(entry -> entry.path("sequence").asLong())
                .toList();
    }

    @Test
    void the_warehouses_own_word_about_a_recorded_parcel_is_no_conflict() {
        String id = calls.paid();
        calls.patch(id, "SHIPPED");
        calls.learn(calls.event(id, new InventoryEvent.ShipmentDispatched("shp-1")));
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("SHIPPED");
        assertThat(calls.read(id).json().has("attention")).isFalse();
    }

    @Test
    @DisplayName("F91 fourteen days after an operator's SHIPPED nothing is undone")
    void nothing_is_undone() {
        String id = calls.paid();
        calls.patch(id, "SHIPPED");
        platform.clock.forward(Duration.ofDays(14));
        Calls.invoke(new FlagMissingFactsFunction(platform), "{}");
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("SHIPPED");
        assertThat(calls.read(id).json().has("attention")).isFalse();
        assertThat(platform.starts).isEmpty();
    }

    @Nested
    class With_if_match {
        @Test
        @DisplayName("F07 a stale version is 412 and tells the current one")
        void stale() {
            String id = calls.paid();
            Calls.Answer stale = calls.patch(Calls.patching(id, "SHIPPED").header("If-Match", "\"2\""));
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.headers()).containsEntry("ETag", "\"3\"");
            assertThat(calls.patch(Calls.patching(id, "SHIPPED").header("If-Match", "W/\"3\""))
                            .status())
                    .isEqualTo(412);
            assertThat(calls.patch(Calls.patching(id, "SHIPPED").header("if-match", "\"1\", \"3\""))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @DisplayName("F07 a strict installation requires it: 428")
        void strict() {
            String id = calls.paid();
            platform.settings.put("strict-if-match", "true");
            assertThat(calls.patch(id, "SHIPPED").status()).isEqualTo(428);
            assertThat(calls.patch(Calls.patching(id, "SHIPPED").header("If-Match", "*"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("F08 of many at once exactly one wins and one event tells it")
    void a_race() throws Exception {
        String id = calls.paid();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(
                            () -> calls.patch(Calls.patching(id, "SHIPPED").header("If-Match", "\"3\""))
                                    .status()))
                    .toList();
            int won = 0;
            for (Future<Integer> one : all) {
                assertThat(one.get()).isIn(200, 412);
                won += one.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(platform.publishedTypes().stream().filter("OrderDispatchRecorded"::equals))
                .hasSize(1);
        assertThat(platform.publishedTypes().stream().filter("OrderStatusChanged"::equals))
                .hasSize(3);
    }

    @Nested
    class That_is_not_possible {
        @Test
        @DisplayName("F09 is 409, names the allowed states and publishes nothing")
        void illegal() {
            String pending = calls.placed();
            assertThat(calls.patch(pending, "DELIVERED").json().path("allowed").toString())
                    .isEqualTo("[\"CANCELED\"]");
            String paid = calls.paid();
            assertThat(calls.patch(paid, "RESERVED").json().path("allowed").toString())
                    .isEqualTo("[\"SHIPPED\",\"CANCELED\"]");
            calls.patch(paid, "SHIPPED");
            calls.patch(paid, "DELIVERED");
            int published = platform.published.size();
            Calls.Answer back = calls.patch(paid, "PENDING");
            assertThat(back.status()).isEqualTo(409);
            assertThat(back.json().path("allowed").toString()).isEqualTo("[]");
            assertThat(platform.published).hasSize(published);
        }

        @Test
        void is_shipping_while_a_cancel_is_pending() {
            String id = calls.paid();
            assertThat(calls.cancel(id).status()).isEqualTo(202);
            Calls.Answer refused = calls.patch(id, "SHIPPED");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"CANCELED\"]");
        }

        @Test
        void is_anything_by_a_customer_or_on_no_order_or_to_no_status() {
            String id = calls.paid();
            assertThat(calls.patch(Calls.patching(id, "SHIPPED").as("ana", "c-1"))
                            .status())
                    .isEqualTo(403);
            assertThat(calls.patch("ord_00000000000000000000000000", "SHIPPED").status())
                    .isEqualTo(404);
            assertThat(calls.patch(id, "LOST").status()).isEqualTo(422);
            assertThat(calls.patch(Calls.patching(id, "SHIPPED").body("{\"status\":\"SHIPPED\",\"x\":1}"))
                            .body())
                    .contains("\"/x\"");
        }
    }

    @Nested
    class To_canceled {
        @Test
        void is_the_same_as_a_cancel() {
            String id = calls.paid();
            assertThat(calls.patch(id, "CANCELED").status()).isEqualTo(202);
            assertThat(calls.patch(id, "CANCELED").status()).isEqualTo(202);
            assertThat(platform.starts).hasSize(1);
            calls.learn(calls.event(id, new InventoryEvent.OrderUndone(UndoReason.Canceled, null, null)));
            assertThat(calls.patch(id, "CANCELED").status()).isEqualTo(200);
        }

        @Test
        void is_too_late_once_the_parcel_has_left() {
            String id = calls.paid();
            calls.patch(id, "CANCELED");
            calls.learn(calls.event(id, new InventoryEvent.ShipmentDispatched("shp-1")));
            Calls.Answer refused = calls.patch(id, "CANCELED");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"DELIVERED\"]");
            assertThat(calls.read(id).json().at("/cancellation/outcome").asText())
                    .isEqualTo("TOO_LATE");
        }
    }
}
