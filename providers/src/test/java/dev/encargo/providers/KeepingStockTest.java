package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeepingStockTest {
    private StandIns standIns;
    private Caller warehouse;

    @BeforeEach
    void start() throws Exception {
        standIns = new StandIns(settings -> settings.withStock(Map.of("SKU-NONE", 0L, "SKU-LAST-ONE", 1L, "TEN", 10L)))
                .listening();
        warehouse = standIns.warehouse;
    }

    @AfterEach
    void stop() throws Exception {
        standIns.close();
    }

    private String stockOf(String sku) throws Exception {
        for (JsonNode row : warehouse.get("/ledger").json().path("stock")) {
            if (row.path("sku").asText().equals(sku)) {
                assertThat(row.path("available").asLong()
                                + row.path("reserved").asLong()
                                + row.path("sold").asLong())
                        .isEqualTo(row.path("initial").asLong());
                return row.path("available") + "/" + row.path("reserved") + "/" + row.path("sold");
            }
        }
        return "unknown";
    }

    @Nested
    class reserving {
        @Test
        void what_is_there_is_reserved_and_told() throws Exception {
            Caller.Answer answer = warehouse.reserve("ord_1", "TEN", 4);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("reference")).startsWith("res_");
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("type").asText()).isEqualTo("stock.reserved");
            assertThat(notice.path("key").asText()).isEqualTo("ord_1/reserve");
            assertThat(stockOf("TEN")).isEqualTo("6/4/0");
        }

        @Test
        void any_other_sku_is_in_plenty() throws Exception {
            warehouse.reserve("ord_1", "TEE-BLK-M", 1_000_000);
            assertThat(warehouse.state("reservations", "ord_1/reserve").text("status"))
                    .isEqualTo("reserved");
        }

        @Test
        void all_or_nothing_is_reserved() throws Exception {
            warehouse.post("/reservations", """
                    {"key": "ord_1/reserve", "orderId": "ord_1",
                     "lines": [{"sku": "TEN", "quantity": 2}, {"sku": "SKU-NONE", "quantity": 1}]}""");
            JsonNode notice = standIns.receiver.await(1).getFirst().json();
            assertThat(notice.path("type").asText()).isEqualTo("stock.refused");
            assertThat(notice.path("reason").asText()).isEqualTo("out_of_stock");
            assertThat(notice.path("sku").asText()).isEqualTo("SKU-NONE");
            assertThat(stockOf("TEN")).isEqualTo("10/0/0");
        }

        @Test
        void two_lines_of_one_sku_are_added_up() throws Exception {
            warehouse.post("/reservations", """
                    {"key": "ord_1/reserve", "orderId": "ord_1",
                     "lines": [{"sku": "TEN", "quantity": 6}, {"sku": "TEN", "quantity": 6}]}""");
            assertThat(warehouse.state("reservations", "ord_1/reserve").text("status"))
                    .isEqualTo("refused");
        }

        @Test
        void the_same_key_reserves_once() throws Exception {
            String first = warehouse.reserve("ord_1", "TEN", 4).text("reference");
            assertThat(warehouse.reserve("ord_1", "TEN", 4).text("reference")).isEqualTo(first);
            assertThat(warehouse.reserve("ord_1", "TEN", 5).status()).isEqualTo(409);
            assertThat(stockOf("TEN")).isEqualTo("6/4/0");
        }

        @Test
        @DisplayName("F43 a thousand buyers of one unit: one reservation, 999 clean refusals")
        void a_thousand_buyers_of_the_last_one() throws Exception {
            List<Future<Caller.Answer>> answers = new ArrayList<>();
            try (ExecutorService buyers = Executors.newFixedThreadPool(32)) {
                for (int buyer = 0; buyer < 1000; buyer++) {
                    String order = "ord_" + buyer;
                    answers.add(buyers.submit(() -> warehouse.reserve(order, "SKU-LAST-ONE", 1)));
                }
            }
            for (Future<Caller.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(202);
            }
            standIns.receiver.await(1000);
            assertThat(standIns.receiver.types().stream().filter("stock.reserved"::equals))
                    .hasSize(1);
            assertThat(standIns.receiver.types().stream().filter("stock.refused"::equals))
                    .hasSize(999);
            JsonNode reservations =
                    warehouse.get("/ledger").json().path("summary").path("reservations");
            assertThat(reservations.toString()).isEqualTo("{\"refused\":999,\"reserved\":1}");
            assertThat(stockOf("SKU-LAST-ONE")).isEqualTo("0/1/0");
        }
    }

    @Nested
    class releasing {
        @Test
        void what_is_released_is_available_again_once() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            for (int time = 0; time < 3; time++) {
                assertThat(warehouse
                                .act("reservations", "ord_1/reserve", "release")
                                .text("status"))
                        .isEqualTo("released");
            }
            assertThat(stockOf("TEN")).isEqualTo("10/0/0");
            standIns.receiver.await(2);
            assertThat(standIns.receiver.types()).containsExactly("stock.reserved", "stock.released");
        }

        @Test
        void canceling_keeps_what_is_reserved_and_bars_what_is_unknown() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            assertThat(warehouse.act("reservations", "ord_1/reserve", "cancel").text("status"))
                    .isEqualTo("reserved");
            assertThat(warehouse.act("reservations", "ord_2/reserve", "cancel").text("status"))
                    .isEqualTo("released");
            assertThat(warehouse.reserve("ord_2", "TEN", 4).text("code")).isEqualTo("key-barred");
            assertThat(stockOf("TEN")).isEqualTo("6/4/0");
        }

        @Test
        void releasing_an_unknown_key_bars_it() throws Exception {
            assertThat(warehouse.act("reservations", "ord_1/reserve", "release").text("status"))
                    .isEqualTo("released");
            assertThat(warehouse.reserve("ord_1", "TEN", 4).text("code")).isEqualTo("key-barred");
            assertThat(stockOf("TEN")).isEqualTo("10/0/0");
        }
    }

    @Nested
    class shipping {
        @Test
        void goods_are_sold_when_dispatched_and_delivered_after() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            assertThat(warehouse.ship("ord_1").status()).isEqualTo(202);
            assertThat(warehouse.act("shipments", "ord_1/ship", "deliver").status())
                    .isEqualTo(409);
            assertThat(warehouse.act("shipments", "ord_1/ship", "dispatch").text("status"))
                    .isEqualTo("dispatched");
            assertThat(stockOf("TEN")).isEqualTo("6/0/4");
            assertThat(warehouse.act("shipments", "ord_1/ship", "cancel").text("status"))
                    .isEqualTo("dispatched");
            assertThat(warehouse.act("reservations", "ord_1/reserve", "release").text("status"))
                    .isEqualTo("sold");
            assertThat(warehouse.act("shipments", "ord_1/ship", "deliver").text("status"))
                    .isEqualTo("delivered");
            assertThat(warehouse.act("shipments", "ord_1/ship", "dispatch").text("status"))
                    .isEqualTo("delivered");
            standIns.receiver.await(3);
            assertThat(standIns.receiver.types())
                    .containsExactly("stock.reserved", "shipment.dispatched", "shipment.delivered");
        }

        @Test
        void goods_that_somebody_else_handed_over_are_sold_once() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            for (int time = 0; time < 2; time++) {
                assertThat(warehouse
                                .act("reservations", "ord_1/reserve", "collect")
                                .text("status"))
                        .isEqualTo("sold");
            }
            assertThat(stockOf("TEN")).isEqualTo("6/0/4");
            assertThat(warehouse.act("reservations", "ord_1/reserve", "release").text("status"))
                    .isEqualTo("sold");
        }

        @Test
        void collecting_what_was_given_back_or_never_asked_for_sells_nothing() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            warehouse.act("reservations", "ord_1/reserve", "release");
            assertThat(warehouse.act("reservations", "ord_1/reserve", "collect").text("status"))
                    .isEqualTo("released");
            assertThat(warehouse.act("reservations", "ord_2/reserve", "collect").text("status"))
                    .isEqualTo("released");
            assertThat(warehouse.reserve("ord_2", "TEN", 4).text("code")).isEqualTo("key-barred");
            assertThat(stockOf("TEN")).isEqualTo("10/0/0");
        }

        @Test
        void a_canceled_or_unknown_shipment_is_not_dispatched() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            assertThat(warehouse.act("shipments", "ord_1/ship", "dispatch").status())
                    .isEqualTo(409);
            warehouse.ship("ord_1");
            assertThat(warehouse.act("shipments", "ord_1/ship", "cancel").text("status"))
                    .isEqualTo("canceled");
            assertThat(warehouse.act("shipments", "ord_1/ship", "dispatch").status())
                    .isEqualTo(409);
            assertThat(warehouse.act("shipments", "ord_2/ship", "cancel").text("status"))
                    .isEqualTo("canceled");
            assertThat(warehouse.ship("ord_2").text("code")).isEqualTo("key-barred");
        }

        @Test
        void nothing_leaves_that_is_not_reserved() throws Exception {
            warehouse.reserve("ord_1", "TEN", 4);
            warehouse.ship("ord_1");
            warehouse.act("reservations", "ord_1/reserve", "release");
            assertThat(warehouse.act("shipments", "ord_1/ship", "dispatch").text("code"))
                    .isEqualTo("nothing-reserved");
        }

        @Test
        void the_ledger_tells_no_address() throws Exception {
            warehouse.ship("ord_1");
            JsonNode ledger = warehouse.get("/ledger?orderId=ord_1").json();
            assertThat(ledger.path("shipments").get(0).path("status").asText()).isEqualTo("requested");
            assertThat(ledger.toString()).doesNotContain("Madrid");
        }
    }
}
