package dev.encargo.inventory.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Reservation;
import dev.encargo.inventory.model.Stop;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.webhook.NoticeRecords;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Reserving stock")
class ReservingStockTest {
    private Inventory inventory;

    @BeforeEach
    void open() throws Exception {
        inventory = new Inventory();
    }

    @AfterEach
    void close() throws Exception {
        inventory.close();
    }

    private String errorOf(String token) {
        return inventory
                .platform
                .answerTo(token)
                .map(answer -> ((Answer.Failure) answer).error())
                .orElse("none");
    }

    @Nested
    class the_warehouse_decides {
        @Test
        void a_reservation_is_recorded_published_and_answered_by_one_write() {
            inventory.reserve("ord_1");
            int before = inventory.platform.documents.writes.get();
            assertThat(inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\""))
                    .isEqualTo(200);
            assertThat(inventory.platform.documents.writes.get() - before)
                    .as("one write, one settlement")
                    .isEqualTo(2);
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockReserved");
            assertThat(inventory.platform.answerTo("token-ord_1"))
                    .contains(new Answer.Success("{\"orderId\":\"ord_1\"}"));
            assertThat(inventory.stock("ord_1").notices())
                    .singleElement()
                    .asString()
                    .contains("stock.reserved");
        }

        @Test
        void a_refusal_fails_the_step_and_starts_the_undo() {
            inventory.reserve("ord_1");
            inventory.notice("stock.refused", "ord_1/reserve", "\"reason\":\"out_of_stock\",\"sku\":\"TEE\"");
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockRefused");
            assertThat(errorOf("token-ord_1")).isEqualTo("StockRefused");
            assertThat(inventory.platform.starts).singleElement().satisfies(start -> {
                assertThat(start.name()).isEqualTo("ord_1");
                assertThat(start.input()).isEqualTo("{\"v\":1,\"orderId\":\"ord_1\",\"reason\":\"OutOfStock\"}");
            });
        }

        @Test
        @DisplayName("F48 a notice delivered twice changes, publishes and answers once")
        void a_notice_delivered_twice_counts_once() {
            inventory.reserved("ord_1");
            int writes = inventory.platform.documents.writes.get();
            assertThat(inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\""))
                    .isEqualTo(200);
            assertThat(inventory.platform.documents.writes.get()).isEqualTo(writes);
            assertThat(inventory.platform.answers).hasSize(1);
        }

        @Test
        @DisplayName("F43 a thousand buyers of one unit: one reservation, 999 clean refusals")
        void a_thousand_buyers_of_one_unit_get_one_reservation() throws Exception {
            inventory.openTheDoor();
            IntStream.range(0, 1000)
                    .forEach(buyer -> inventory.reserve(
                            "ord_" + buyer, "SKU-LAST-ONE", "exe_" + buyer, "token_" + buyer, Inventory.ENTERED));
            inventory.awaitNotices(1000);
            Map<Boolean, Long> answers = inventory.platform.answers.stream()
                    .collect(Collectors.partitioningBy(
                            answer -> answer.answer() instanceof Answer.Success, Collectors.counting()));
            assertThat(answers).isEqualTo(Map.of(true, 1L, false, 999L));
            assertThat(inventory.platform.starts).hasSize(999);
        }
    }

    @Nested
    class a_message_comes_again {
        @Test
        void the_warehouse_is_asked_by_the_same_key() throws Exception {
            inventory.reserve("ord_1");
            inventory.reserve("ord_1");
            assertThat(inventory.stock("ord_1").reservation()).isEqualTo(Reservation.RESERVED);
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"reserved\"");
        }

        @Test
        @DisplayName(
                "F81 F82 another execution's message is a duplicate: it changes nothing, publishes nothing, starts nothing")
        void another_executions_message_is_a_duplicate() {
            inventory.reserved("ord_1");
            var before = inventory.stock("ord_1");
            inventory.reserve("ord_1", "TEE", "twin", "token-twin", Inventory.ENTERED.plusSeconds(5));
            assertThat(errorOf("token-twin")).isEqualTo("Duplicate");
            assertThat(inventory.stock("ord_1")).isEqualTo(before);
            assertThat(inventory.settle("ord_1", "twin")).isEqualTo("duplicate");
            assertThat(inventory.platform.starts).isEmpty();
        }

        @Test
        @DisplayName("F88 a message with an older token comes after a newer one: the newer is kept and answered, once")
        void an_older_token_does_not_replace_a_newer_one() {
            inventory.reserve("ord_1", "TEE", "exe", "newer", Inventory.ENTERED.plusSeconds(60));
            inventory.reserve("ord_1", "TEE", "exe", "older", Inventory.ENTERED);
            inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\"");
            assertThat(inventory.platform.answers)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.token()).isEqualTo("newer"));
        }

        @Test
        void a_later_token_is_answered_at_once_when_the_goods_are_reserved() {
            inventory.reserved("ord_1");
            inventory.reserve("ord_1", "TEE", "exe-ord_1", "later", Inventory.ENTERED.plusSeconds(60));
            assertThat(inventory.platform.answerTo("later")).isPresent();
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockReserved");
        }

        @Test
        @DisplayName("F82 after the undo nobody is called, not even a day later")
        void after_the_undo_nobody_is_called() throws Exception {
            inventory.stop("ord_1", UndoReason.Canceled);
            inventory.release("ord_1", UndoReason.Canceled);
            inventory.platform.clock.forward(Duration.ofDays(1));
            inventory.reserve("ord_1");
            assertThat(errorOf("token-ord_1")).isEqualTo("OrderCanceled");
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("unknown-key");
        }
    }

    @Nested
    class the_warehouse_fails {
        @Test
        @DisplayName("F34 an answer 500 brings the message back; the notice may come first")
        void an_answer_500_brings_the_message_back() {
            inventory.providers.faults().next(Operation.RESERVE, CallFault.failingAfterSuccess(500), 1);
            assertThat(inventory.reserve("ord_1")).contains("m1");
            inventory.notice("stock.reserved", "ord_1/reserve", "\"reference\":\"res_1\"");
            assertThat(inventory.reserve("ord_1")).doesNotContain("m1");
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockReserved");
            assertThat(inventory.platform.answers).hasSize(1);
        }
    }

    @Nested
    class the_limit_passes {
        @Test
        @DisplayName("F47 nothing was ever asked: closed, and the undo is started")
        void an_absent_document_is_inserted_closed() {
            assertThat(inventory.settle("ord_1", "exe")).isEqualTo("closed");
            assertThat(inventory.stock("ord_1").stop())
                    .extracting(Stop::reason)
                    .isEqualTo(UndoReason.ReservationTimedOut);
            assertThat(inventory.platform.starts).hasSize(1);
            inventory.reserve("ord_1", "TEE", "exe", "late", Inventory.ENTERED);
            assertThat(errorOf("late")).isEqualTo("Closed");
        }

        @Test
        @DisplayName("F87 F89 the goods are reserved, the notice is lost: the run goes on")
        void a_lost_reservation_is_found_by_asking() {
            inventory.reserve("ord_1");
            assertThat(inventory.settle("ord_1", "exe-ord_1")).isEqualTo("reserved");
            assertThat(inventory.settle("ord_1", "exe-ord_1")).isEqualTo("reserved");
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockReserved");
            assertThat(inventory.platform.starts).isEmpty();
        }

        @Test
        @DisplayName("F47 the warehouse never heard of it: the key is barred, the order closed")
        void an_unknown_key_is_barred() throws Exception {
            inventory.providers.faults().next(Operation.RESERVE, CallFault.failing(503), 1);
            inventory.reserve("ord_1");
            assertThat(inventory.settle("ord_1", "exe-ord_1")).isEqualTo("closed");
            inventory.reserve("ord_1");
            assertThat(inventory.warehouse("GET", "/reservations/ord_1%2Freserve"))
                    .contains("\"barred\":true");
            assertThat(inventory.platform.publishedTypes()).isEmpty();
        }

        @Test
        void a_lost_refusal_is_found_by_asking() {
            inventory.reserve("ord_1", "SKU-NONE", "exe", "token", Inventory.ENTERED);
            assertThat(inventory.settle("ord_1", "exe")).isEqualTo("closed");
            assertThat(inventory.platform.publishedTypes()).containsExactly("StockRefused");
            assertThat(inventory.platform.starts.getFirst().input()).contains("OutOfStock");
        }
    }

    @Nested
    class notices_that_cannot_be_used {
        @Test
        @DisplayName("F36 a forged, late or malformed notice is stored as rejected and has no effect")
        void a_forged_notice_has_no_effect() {
            inventory.reserve("ord_1");
            var before = inventory.stock("ord_1");
            String body = "{\"id\":\"n\",\"type\":\"stock.reserved\",\"key\":\"ord_1/reserve\",\"reference\":\"r\"}";
            assertThat(Inventory.status(inventory.post(body, "t=1,v1=00"))).isEqualTo(401);
            assertThat(Inventory.status(inventory.post(body, null))).isEqualTo(400);
            assertThat(inventory.notice("stock.reserved", "", "\"x\":1"))
                    .as("no order in the key")
                    .isEqualTo(202);
            assertThat(inventory.stock("ord_1")).isEqualTo(before);
            String slot = new NoticeRecords(inventory.platform, "inventory").slot(body);
            assertThat(inventory
                            .platform
                            .documents
                            .get("rejected-inventory-notices", slot)
                            .orElseThrow()
                            .body())
                    .contains("\"count\":2");
        }

        @Test
        void a_notice_under_a_key_that_the_order_never_asked_by_is_kept_as_unmatched() {
            inventory.reserve("ord_1");
            var before = inventory.stock("ord_1");
            assertThat(inventory.notice("stock.reserved", "ord_1/pay", "\"reference\":\"r\""))
                    .isEqualTo(202);
            assertThat(inventory.notice("shipment.dispatched", "ord_1/ship", "\"reference\":\"s\""))
                    .as("no shipment was asked for")
                    .isEqualTo(202);
            assertThat(inventory.stock("ord_1")).isEqualTo(before);
            for (String key : List.of("ord_1/pay", "ord_1/ship")) {
                assertThat(inventory.platform.documents.get("unmatched-inventory-notices", key))
                        .isPresent();
            }
        }

        @Test
        void a_notice_of_an_unknown_order_is_kept_as_unmatched() {
            assertThat(inventory.notice("stock.reserved", "ord_9/reserve", "\"reference\":\"r\""))
                    .isEqualTo(202);
            assertThat(inventory.platform.documents.get("unmatched-inventory-notices", "ord_9/reserve"))
                    .isPresent();
            assertThat(inventory.platform.publishedTypes()).isEmpty();
        }
    }
}
