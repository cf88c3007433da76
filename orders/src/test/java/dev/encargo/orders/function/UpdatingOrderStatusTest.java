package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InvoiceEvent;
import dev.encargo.contracts.UndoReason;
import dev.encargo.orders.store.Orders;
import dev.encargo.platform.testing.MemoryPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpdatingOrderStatusTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);

    @Test
    void the_facts_of_one_order_in_a_batch_are_one_write() {
        String id = calls.placed();
        int before = writesOf(id);
        assertThat(calls.learn(
                        calls.captured(id),
                        calls.reserved(id),
                        calls.reserved(id),
                        calls.event(id, new InventoryEvent.ShipmentDispatched("s"))))
                .isEmpty();
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("SHIPPED");
        assertThat(writesOf(id) - before)
                .as("the write and the clearing of its effects")
                .isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("F20 facts delivered ten times are known once")
    void ten_times() {
        String id = calls.paid();
        String once = calls.read(id).body();
        for (int i = 0; i < 10; i++) {
            calls.learn(calls.captured(id), calls.reserved(id));
        }
        assertThat(calls.read(id).body()).isEqualTo(once);
    }

    @Test
    @DisplayName("F25 F26 F27 an unknown type is counted and left alone, only what failed comes again")
    void partial_failures() {
        String id = calls.placed();
        String unknown = calls.reserved(id).replace("StockReserved", "StockCounted");
        List<String> failed = calls.learn(
                unknown,
                calls.reserved(id),
                "no json",
                calls.reserved("ord_00000000000000000000000000"),
                calls.captured(id));
        assertThat(failed).containsExactlyInAnyOrder("m-3", "m-4");
        assertThat(platform.counts).containsEntry("events.unknown", 1L);
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("PAID");
    }

    @Test
    @DisplayName("F12 facts that could not be written come again together")
    void store_down() {
        String id = calls.placed();
        String other = calls.placed();
        platform.documents.failNextCalls(1);
        assertThat(calls.learn(calls.reserved(id), calls.captured(id), calls.reserved(other)))
                .hasSize(2);
        assertThat(calls.learn(calls.reserved(id), calls.captured(id))).isEmpty();
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("PAID");
        assertThat(calls.read(other).json().path("status").asText()).isEqualTo("RESERVED");
    }

    @Nested
    class A_fact_that_waits {
        @Test
        @DisplayName("F22 is flagged after 15 minutes by the schedule, once, and unflagged by its predecessor")
        void flagged() {
            String id = calls.placed();
            calls.learn(calls.captured(id));
            platform.clock.forward(Duration.ofMinutes(14));
            Calls.invoke(new FlagMissingFactsFunction(platform), "{}");
            assertThat(calls.read(id).json().has("attention")).isFalse();
            platform.clock.forward(Duration.ofMinutes(1));
            Calls.invoke(new FlagMissingFactsFunction(platform), "{}");
            assertThat(calls.read(id).json().path("attention").asText()).isEqualTo("FACT_MISSING");
            int writes = platform.documents.writes.get();
            Calls.invoke(new FlagMissingFactsFunction(platform), "{}");
            assertThat(platform.documents.writes).hasValue(writes);
            calls.learn(calls.reserved(id));
            assertThat(calls.read(id).json().has("attention")).isFalse();
        }
    }

    @Nested
    class The_timeline {
        @Test
        void tells_everything_in_business_words_with_codes_references_and_event_ids() {
            String id = calls.paid();
            platform.clock.forward(Duration.ofSeconds(5));
            calls.cancel(id);
            platform.clock.forward(Duration.ofSeconds(5));
            calls.learn(calls.event(id, new InventoryEvent.OrderUndone(UndoReason.Canceled, null, null)));
            platform.clock.forward(Duration.ofSeconds(5));
            calls.learn(calls.event(id, "evt_late", new InventoryEvent.StockReleased("res-1")));
            calls.learn(calls.event(id, "evt_odd", new InventoryEvent.StockReserved("res-9")));
            JsonNode timeline = calls.timeline(id).json();
            assertThat(timeline.path("entries").findValuesAsText("code"))
                    .containsExactly(
                            "ORDER_PLACED",
                            "STOCK_RESERVED",
                            "PAYMENT_CAPTURED",
                            "STATUS_CHANGED",
                            "STATUS_CHANGED",
                            "CANCEL_ASKED",
                            "ORDER_UNDONE",
                            "STATUS_CHANGED",
                            "STOCK_RELEASED",
                            "STOCK_RESERVED");
            assertThat(timeline.path("entries").findValuesAsText("state")).endsWith("LATE", "CONFLICTING");
            assertThat(timeline.at("/entries/2/references/payment").asText()).isEqualTo("pay-1");
            assertThat(timeline.at("/entries/2/references/amount").asText()).isEqualTo("53.00 EUR");
            assertThat(timeline.at("/entries/2/eventId").asText()).isEqualTo("evt_PaymentCaptured");
            assertThat(timeline.at("/entries/7/references/to").asText()).isEqualTo("CANCELED");
            assertThat(calls.call(
                                    new ReadTimelineFunction(platform),
                                    new Calls.Call("GET", "/orders/{id}/timeline", id).as("eve", "c-2"))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void shows_what_waits() {
            String id = calls.placed();
            calls.learn(calls.event(
                    id,
                    new InvoiceEvent.InvoiceCredited(
                            "F-1",
                            "C-1",
                            java.time.LocalDate.of(2026, 11, 24),
                            new dev.encargo.contracts.Money(5300, "EUR"),
                            "f",
                            "s")));
            assertThat(calls.timeline(id).json().at("/entries/1/state").asText())
                    .isEqualTo("WAITING");
        }
    }

    @Nested
    class Attention {
        private String raise(String... messages) {
            return String.join(",", calls.deliver(new RaiseAttentionFunction(platform), List.of(messages)));
        }

        @Test
        void is_raised_by_other_contexts() {
            String id = calls.paid();
            String message =
                    "{\"v\":1,\"orderId\":\"" + id + "\",\"attention\":\"INVOICE_DELAYED\",\"reason\":\"no bucket\"}";
            assertThat(raise(message, message)).isEmpty();
            assertThat(calls.read(id).json().path("attention").asText()).isEqualTo("INVOICE_DELAYED");
            assertThat(calls.read(id).json().path("version").asInt()).isEqualTo(4);
            assertThat(calls.timeline(id).body()).contains("no bucket");
        }

        @Test
        @DisplayName("F47 an execution that failed, timed out or was aborted is seen on its order")
        void of_executions() {
            String fulfilled = calls.placed();
            String undone = calls.placed();
            String input = "{\\\"specversion\\\":\\\"1.0\\\",\\\"subject\\\":\\\"" + fulfilled + "\\\"}";
            assertThat(raise(
                            execution("FulfilOrder", "6f2c", input),
                            execution("UndoOrder", undone, "{\\\"v\\\":1,\\\"orderId\\\":\\\"" + undone + "\\\"}")))
                    .isEmpty();
            assertThat(calls.read(fulfilled).json().path("attention").asText()).isEqualTo("FULFILMENT_FAILED");
            assertThat(calls.read(undone).json().path("attention").asText()).isEqualTo("COMPENSATION_FAILED");
        }

        @Test
        void that_names_no_order_ends_in_the_dead_letters() {
            assertThat(raise(
                            "{\"v\":1}",
                            execution("FulfilOrder", "x", "{}"),
                            "{\"v\":1,\"orderId\":\"ord_x\",\"attention\":\"A\"}"))
                    .isEqualTo("m-1,m-2,m-3");
        }

        private String execution(String machine, String name, String input) {
            return """
                    {"version":"0","id":"e","source":"aws.states","detail-type":"Step Functions Execution Status Change","detail":{
                     "executionArn":"arn:aws:states:eu-west-1:000000000000:execution:%1$s:%2$s",
                     "stateMachineArn":"arn:aws:states:eu-west-1:000000000000:stateMachine:%1$s","name":"%2$s","status":"ABORTED",
                     "input":"%3$s","inputDetails":{"included":true},"output":null}}""".formatted(machine, name, input);
        }
    }

    @Test
    void every_declared_index_is_in_the_template() throws IOException {
        String template = Files.readString(Path.of(System.getProperty("encargo.root"), "infrastructure/template.yaml"));
        List<String> missing = new ArrayList<>(Orders.INDEXES);
        missing.removeIf(index -> template.contains("IndexName: " + index + "\n"));
        assertThat(missing).isEmpty();
    }

    private int writesOf(String id) {
        return (int) platform.documents.get("orders", id).orElseThrow().revision();
    }
}
