package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.testing.MemoryPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CancelingOrderTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);

    @Test
    void asking_is_one_write_with_the_record_and_the_start_of_the_undo() {
        String id = calls.placed();
        Calls.Call cancel = new Calls.Call("POST", "/orders/{id}/cancel", id).body("{\"reason\":\"CHANGED_MIND\"}");
        Calls.Answer asked = calls.cancel(cancel.as("ana", "c-1"));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("status").asText()).isEqualTo("PENDING");
        assertThat(asked.json().at("/cancellation/outcome").asText()).isEqualTo("PENDING");
        assertThat(platform.publishedTypes()).containsExactly("OrderCreated", "OrderCancelRequested");
        assertThat(platform.published.getLast().detail())
                .contains("\"by\":\"customer\"", "\"reason\":\"CHANGED_MIND\"", "\"sequence\":2");
        assertThat(platform.starts)
                .containsExactly(new MemoryPlatform.Start(
                        "UndoOrder", id, "{\"v\":1,\"orderId\":\"" + id + "\",\"reason\":\"Canceled\"}"));
    }

    @Test
    void asking_again_is_the_same_answer_and_no_second_record() {
        String id = calls.placed();
        Calls.Answer first = calls.cancel(id);
        assertThat(calls.cancel(id)).isEqualTo(first);
        assertThat(platform.publishedTypes()).containsOnlyOnce("OrderCancelRequested");
    }

    @Test
    void the_outcome_is_done_once_nothing_is_owed_and_then_it_is_409() {
        String id = calls.placed();
        calls.cancel(id);
        calls.learn(calls.event(id, new InventoryEvent.OrderUndone(UndoReason.Canceled, null, null)));
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("CANCELED");
        assertThat(calls.read(id).json().at("/cancellation/outcome").asText()).isEqualTo("DONE");
        assertThat(calls.cancel(id).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("F15 what the undo gave back is told with the change, though nothing else of it has arrived yet")
    void what_the_undo_gave_back_is_told_whatever_has_arrived() {
        String id = calls.placed();
        calls.cancel(id);
        calls.learn(calls.event(
                id, new InventoryEvent.OrderUndone(UndoReason.Canceled, new Money(5300, "EUR"), "R-2026-000001")));
        assertThat(platform.published.getLast().detail())
                .contains("\"to\":\"CANCELED\"", "\"refunded\":{\"minor\":5300", "\"creditNote\":\"R-2026-000001\"");
    }

    @Test
    void an_undo_that_was_already_running_rejects_with_its_own_reason() {
        String id = calls.placed();
        calls.learn(calls.event(id, new InventoryEvent.StockRefused("OutOfStock", java.util.List.of("TEE-BLK-M"))));
        assertThat(calls.cancel(id).status()).isEqualTo(202);
        calls.learn(calls.event(id, new InventoryEvent.OrderUndone(UndoReason.OutOfStock, null, null)));
        assertThat(calls.read(id).json().path("status").asText()).isEqualTo("REJECTED");
        assertThat(calls.read(id).json().path("reason").asText()).isEqualTo("OutOfStock");
        assertThat(calls.read(id).json().at("/cancellation/outcome").asText()).isEqualTo("DONE");
    }

    @Test
    @DisplayName("F85 once dispatched is known a cancel is 409, even before its predecessors are")
    void too_late() {
        String id = calls.placed();
        calls.learn(calls.event(id, new InventoryEvent.ShipmentDispatched("shp-1")));
        assertThat(calls.cancel(id).status()).isEqualTo(409);
        assertThat(platform.starts).isEmpty();
    }

    @Test
    void nobody_cancels_another_ones_order_and_no_free_text_is_taken() {
        String id = calls.placed();
        Calls.Call cancel = new Calls.Call("POST", "/orders/{id}/cancel", id);
        assertThat(calls.cancel(cancel.as("eve", "c-2")).status()).isEqualTo(404);
        assertThat(calls.cancel(cancel.body("{\"reason\":\"Ana said so\"}")).status())
                .isEqualTo(422);
        assertThat(platform.starts).isEmpty();
    }

    @Test
    void a_start_that_fails_is_left_to_the_relay() {
        String id = calls.placed();
        platform.failWorkflows = 1;
        assertThat(calls.cancel(id).status()).isEqualTo(202);
        assertThat(platform.starts).isEmpty();
        assertThat(platform.documents.get("orders", id).orElseThrow().pending()).isNotEmpty();
    }
}
