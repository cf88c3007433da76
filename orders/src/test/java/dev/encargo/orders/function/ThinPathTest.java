package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.testing.MemoryPlatform;
import org.junit.jupiter.api.Test;

class ThinPathTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);

    @Test
    void an_order_is_placed_read_and_paid() {
        Calls.Answer placed = calls.place("""
                {"customerId": "c-1", "items": [{"sku": "TEE-BLK-M", "quantity": 2, "unitPrice": 21.90}]}""");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"gross\":53.00");
        String id = placed.headers().get("Location").substring("/orders/".length());
        assertThat(calls.read(id).body()).isEqualTo(placed.body());
        assertThat(calls.learn(calls.reserved(id), calls.captured(id))).isEmpty();
        assertThat(calls.read(id).body()).contains("\"status\":\"PAID\"", "\"version\":3");
        assertThat(platform.publishedTypes())
                .containsExactly("OrderCreated", "OrderStatusChanged", "OrderStatusChanged");
    }
}
