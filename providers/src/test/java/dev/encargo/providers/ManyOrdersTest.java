package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ManyOrdersTest {
    private static final int ORDERS = 20_000;

    @TempDir
    Path folder;

    @Test
    void twenty_thousand_orders_are_served_told_and_told_of_in_one_ledger() throws Exception {
        try (StandIns standIns = StandIns.in(folder.resolve("many.db")).listening()) {
            List<Future<?>> done = new ArrayList<>();
            try (ExecutorService callers =
                    Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
                for (int number = 0; number < ORDERS; number++) {
                    String order = "ord_" + number;
                    done.add(callers.submit(() -> {
                        standIns.warehouse.reserve(order, "TEE", 2);
                        return standIns.payments.pay(order, 5300, "pm_ok");
                    }));
                }
            }
            for (Future<?> each : done) {
                each.get();
            }
            standIns.receiver.await(2 * ORDERS, Duration.ofMinutes(2));
            JsonNode ledger = standIns.warehouse.get("/ledger").json();
            assertThat(ledger.path("reservations")).hasSize(ORDERS);
            assertThat(standIns.receiver.arrivals()).hasSize(2 * ORDERS);
            assertThat(ledger.path("summary").path("unbalanced")).isEmpty();
            standIns.stop();
            standIns.start();
            assertThat(standIns.warehouse.get("/ledger").json().path("reservations"))
                    .hasSize(ORDERS);
        }
    }
}
