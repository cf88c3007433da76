package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
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
            long cpu = cpuNanos();
            long began = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            try (ExecutorService callers = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
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
            double called = (System.nanoTime() - began) / 1e9;
            while (!standIns.providers.quiet()) {
                Thread.sleep(5);
            }
            double told = (System.nanoTime() - began) / 1e9;
            System.out.printf("%.0f calls/s, %.0f notices/s, %.0f us CPU an order, caller and receiver included%n",
                    2 * ORDERS / called, 2 * ORDERS / told, (cpuNanos() - cpu) / 1e3 / ORDERS);
            long asked = System.nanoTime();
            JsonNode ledger = standIns.warehouse.get("/ledger").json();
            System.out.printf("ledger of %d reservations in %d ms%n", ORDERS, (System.nanoTime() - asked) / 1_000_000);
            assertThat(ledger.path("reservations")).hasSize(ORDERS);
            assertThat(standIns.receiver.arrivals()).hasSize(2 * ORDERS);
            assertThat(ledger.path("summary").path("unbalanced")).isEmpty();
            standIns.stop();
            long restarted = System.nanoTime();
            standIns.start();
            System.out.printf("restarted in %d ms%n", (System.nanoTime() - restarted) / 1_000_000);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
