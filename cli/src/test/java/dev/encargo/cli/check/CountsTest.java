package dev.encargo.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void orders_are_counted_in_the_order_in_which_they_go_through_their_statuses() {
        Map<String, Long> orders = Map.of("CANCELED", 1L, "SHIPPED", 2L, "PENDING", 3L, "DELIVERED", 4L, "PAID", 5L);
        Counts counts = new Counts(orders, 0, 0, 0, 0, Map.of(), 0, 0, 0);
        assertThat(new AuditText(new Audit(counts, List.of(), 0, List.of()))
                        .json()
                        .path("orders"))
                .hasToString("{\"PENDING\":3,\"PAID\":5,\"SHIPPED\":2,\"DELIVERED\":4,\"CANCELED\":1}");
    }
}
