package dev.encargo.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivingTest {
    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_what_was_answered_and_tells_what_was_not_told() throws Exception {
        try (StandIns standIns = StandIns.in(folder.resolve("providers.db"))) {
            String reference = standIns.payments.pay("ord_1", 5300, "pm_ok").text("reference");
            standIns.payments.pay("ord_2", 700, "pm_slow");
            standIns.warehouse.reserve("ord_1", "SKU-LAST-ONE", 1);
            standIns.stop();
            standIns.start();
            assertThat(standIns.payments.pay("ord_1", 5300, "pm_ok").text("reference"))
                    .isEqualTo(reference);
            standIns.listening();
            standIns.receiver.await(2);
            assertThat(standIns.receiver.types()).containsExactlyInAnyOrder("payment.captured", "stock.reserved");
            standIns.forward(Duration.ofSeconds(2));
            assertThat(standIns.receiver.await(3).getLast().json().path("key").asText())
                    .isEqualTo("ord_2/pay");
            standIns.warehouse.reserve("ord_3", "SKU-LAST-ONE", 1);
            assertThat(standIns.receiver.await(4).getLast().type()).isEqualTo("stock.refused");
        }
    }

    @Test
    void a_process_killed_at_once_has_lost_nothing_that_it_answered() throws Exception {
        Path file = folder.resolve("killed.db");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AloneInAProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = process.inputReader().lines().limit(201).toList();
        process.destroyForcibly().waitFor();
        assertThat(said.getLast()).isEqualTo("answered 200");
        try (StandIns standIns = StandIns.in(file)) {
            JsonNode ledger = standIns.payments.get("/ledger").json();
            assertThat(ledger.path("payments").size()).isGreaterThanOrEqualTo(200);
            assertThat(ledger.path("summary").path("byStatus").path("captured").asInt())
                    .isGreaterThanOrEqualTo(200);
            standIns.clock.forward(
                    Duration.between(standIns.clock.instant(), Instant.now().plusSeconds(60)));
            standIns.listening();
            standIns.receiver.await(200);
        }
    }

    @Test
    void the_ledger_of_stopped_stand_ins_is_read_from_their_file() throws Exception {
        Path file = folder.resolve("stopped.db");
        try (StandIns standIns = StandIns.in(file)) {
            standIns.payments.pay("ord_1", 5300, "pm_ok");
            standIns.warehouse.reserve("ord_1", "A", 2);
        }
        ByteArrayOutputStream payments = new ByteArrayOutputStream();
        Ledgers.writePayments(file, null, payments);
        assertThat(Json.MAPPER
                        .readTree(payments.toByteArray())
                        .path("payments")
                        .get(0)
                        .path("captured")
                        .asLong())
                .isEqualTo(5300);
        ByteArrayOutputStream warehouse = new ByteArrayOutputStream();
        Ledgers.writeWarehouse(file, "ord_1", warehouse);
        assertThat(Json.MAPPER.readTree(warehouse.toByteArray()).path("reservations"))
                .hasSize(1);
    }

    @Test
    void temporary_books_go_with_their_stand_ins() throws Exception {
        Path file;
        try (StandIns standIns = new StandIns()) {
            standIns.payments.pay("ord_1", 1, "pm_ok");
            file = standIns.providers.file();
            assertThat(file).exists();
        }
        assertThat(file.getParent()).doesNotExist();
    }
}
