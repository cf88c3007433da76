package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.host.HostSettings;
import dev.encargo.platform.event.EventMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an order on the local host")
class OrderOnTheHostTest {
    @TempDir
    private Path folder;

    @Test
    void an_order_is_reserved_paid_invoiced_announced_once_and_recorded_in_the_lake() throws Exception {
        try (World world = World.in(folder)) {
            String id = world.place("pm_ok");
            world.settle();
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(world.payments(id).at("/payments/0/captured").asLong()).isEqualTo(5300);
            assertThat(world.texts("SELECT subject FROM mails"))
                    .singleElement()
                    .asString()
                    .contains(id);
            assertThat(world.send("GET", "/orders/" + id + "/invoice", "").statusCode())
                    .isEqualTo(303);
            world.host().delivery().streams().landAll();
            List<String> landed = lake();
            assertThat(landed).hasSize((int) world.count("SELECT count(*) FROM events"));
            assertThat(String.join("", landed)).contains(id).doesNotContain("ana@example.com", "pm_ok");
        }
    }

    @Test
    void effects_performed_after_the_write_lead_to_the_same_end() throws Exception {
        try (World world = World.in(folder, World.TEMPLATE, HostSettings::relaying)) {
            String id = world.place("pm_ok");
            world.settle();
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(world.count("SELECT count(*) FROM documents WHERE pending IS NOT NULL"))
                    .isZero();
        }
    }

    @Test
    void indexes_that_show_writes_late_change_no_decision() throws Exception {
        try (World world = World.in(folder, World.TEMPLATE, settings -> settings.lagging(41))) {
            String paid = world.place("pm_ok");
            String late = world.place("pm_timeout");
            world.settle();
            assertThat(world.status(paid)).isEqualTo("PAID");
            assertThat(world.status(late)).isEqualTo("RESERVED");
            world.forward(Duration.ofMinutes(31));
            assertThat(world.status(paid)).isEqualTo("PAID");
            assertThat(world.status(late)).isEqualTo("REJECTED");
        }
    }

    @Test
    @DisplayName("F47: a payment that is never decided ends rejected when its limit has passed, and nothing is kept")
    void a_payment_that_is_never_decided_ends_rejected() throws Exception {
        try (World world = World.in(folder)) {
            String id = world.place("pm_timeout");
            world.settle();
            assertThat(world.status(id)).isEqualTo("RESERVED");
            world.forward(Duration.ofMinutes(31));
            assertThat(world.status(id)).isEqualTo("REJECTED");
            assertThat(world.payments(id).at("/payments/0/status").asText()).isEqualTo("canceled");
            assertThat(reserved(world)).isZero();
        }
    }

    @Test
    @DisplayName(
            "F38: money that is taken after the limit, although the payment was canceled, is given back once and told")
    void late_money_is_given_back_once() throws Exception {
        try (World world = World.in(folder)) {
            String id = world.place("pm_late");
            world.settle();
            world.forward(Duration.ofHours(2));
            assertThat(world.status(id)).isEqualTo("REJECTED");
            JsonNode payment = world.payments(id).at("/payments/0");
            assertThat(payment.path("captured").asLong()).isEqualTo(5300);
            assertThat(payment.path("refunded").asLong()).isEqualTo(5300);
            assertThat(world.events(id, "PaymentRefunded"))
                    .singleElement()
                    .satisfies(refund ->
                            assertThat(refund.path("late").asBoolean()).isTrue());
            assertThat(world.mails(id))
                    .satisfiesExactly(
                            rejected -> assertThat(rejected).contains("not confirmed in time"),
                            late -> assertThat(late).contains("€53.00 reached us after your order had been closed"));
            Invariants.hold(world);
        }
    }

    @Test
    @DisplayName("F60: a cancel after payment refunds, credits and releases")
    void a_cancel_after_payment_refunds_credits_and_releases() throws Exception {
        try (World world = World.in(folder)) {
            String id = world.place("pm_ok");
            world.settle();
            assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                    .isEqualTo(202);
            world.settle();
            assertThat(world.status(id)).isEqualTo("CANCELED");
            assertThat(world.payments(id).at("/payments/0/refunded").asLong()).isEqualTo(5300);
            assertThat(reserved(world)).isZero();
            assertThat(world.texts("SELECT type FROM events WHERE subject = ?", id))
                    .contains("InvoiceCredited", "PaymentRefunded", "StockReleased", "OrderUndone");
        }
    }

    @Test
    @DisplayName("F81: OrderCreated delivered twice starts a twin that ends and harms nothing")
    void a_twin_harms_nothing() throws Exception {
        try (World world = World.in(folder)) {
            String id = world.place("pm_ok");
            publishAgain(world, id);
            world.settle();
            world.forward(Duration.ofHours(2));
            assertThat(world.count("SELECT count(*) FROM executions WHERE machine LIKE '%FulfilOrder%'"))
                    .isEqualTo(2);
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(world.payments(id).at("/payments/0/captures").asLong()).isEqualTo(1);
            assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("F12: without its store the API answers 503 with Retry-After, and nothing is half-written")
    void without_its_store_the_api_answers_503() throws Exception {
        try (World world = World.in(folder)) {
            world.host().database().write(tx -> tx.update("ALTER TABLE documents RENAME TO away"));
            assertThat(world.send("GET", "/orders/ord_x", "").statusCode()).isEqualTo(503);
            HttpResponse<String> refused = placing(world);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            world.host().database().write(tx -> tx.update("ALTER TABLE away RENAME TO documents"));
            for (String table : List.of("documents", "events", "executions")) {
                assertThat(world.count("SELECT count(*) FROM " + table))
                        .as(table)
                        .isZero();
            }
            HttpResponse<String> placed = placing(world);
            assertThat(placed.statusCode()).isEqualTo(201);
            assertThat(placed.headers().firstValue("Idempotent-Replayed")).isEmpty();
        }
    }

    private static HttpResponse<String> placing(World world) {
        return world.send(
                "POST",
                "/orders",
                "{\"customerId\":\"c-1\",\"items\":[{\"sku\":\"TEE\",\"quantity\":1,\"unitPrice\":1}]}",
                "Idempotency-Key",
                "k-1");
    }

    @Test
    void a_restart_goes_on_where_the_last_run_stopped() throws Exception {
        String id;
        try (World world = World.in(folder)) {
            id = world.place("pm_timeout");
            world.settle();
        }
        try (World world = World.in(folder)) {
            world.settle();
            assertThat(world.status(id)).isEqualTo("RESERVED");
            world.forward(Duration.ofMinutes(31));
            assertThat(world.status(id)).isEqualTo("REJECTED");
        }
    }

    private static long reserved(World world) {
        long reserved = 0;
        for (JsonNode sku : world.warehouse().path("stock")) {
            reserved += sku.path("reserved").asLong();
        }
        return reserved;
    }

    private static void publishAgain(World world, String id) {
        String body = world.texts("SELECT body FROM events WHERE type = 'OrderCreated' AND subject = ?", id)
                .getFirst();
        String detail = body.substring(body.indexOf("\"detail\":") + 9, body.length() - 1);
        EventMessage again = new EventMessage("evt_again", "encargo.orders", "OrderCreated", Instant.now(), id, detail);
        world.host().database().work(tx -> {
            world.host().delivery().bus().publish("encargo", again, id).write(tx);
            return true;
        });
    }

    private List<String> lake() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("buckets"))) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .flatMap(OrderOnTheHostTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
