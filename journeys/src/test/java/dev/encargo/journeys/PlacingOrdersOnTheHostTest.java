package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.platform.documents.Documents;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("placing and moving orders on the local host")
class PlacingOrdersOnTheHostTest {
    private static final String BODY =
            "{\"customerId\":\"c-1\",\"items\":[{\"sku\":\"TEE-BLK-M\",\"quantity\":2,\"unitPrice\":21.90}]}";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = World.in(folder);
    }

    @AfterEach
    void stop() throws Exception {
        try (World ending = world) {
            ending.settle();
            Invariants.hold(ending);
        }
    }

    @Test
    @DisplayName("F01: a repeated POST is answered with the first order, whatever has become of it")
    void a_repeated_post_is_answered_with_the_first_order() throws Exception {
        HttpResponse<String> first = place(BODY, "Idempotency-Key", "k-1");
        world.settle();
        HttpResponse<String> again = place(BODY, "Idempotency-Key", "k-1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        world.settle();
        assertThat(orders()).isEqualTo(1);
        assertThat(world.published("OrderCreated")).hasSize(1);
        assertThat(world.status(id(first))).isEqualTo("PAID");
    }

    @Test
    @DisplayName("F02: the same key with another body is refused and changes nothing")
    void the_same_key_with_another_body_is_refused() throws Exception {
        HttpResponse<String> first = place(BODY, "Idempotency-Key", "k-1");
        world.settle();
        JsonNode before = world.order(id(first));
        HttpResponse<String> other = place(BODY.replace("21.90", "21.91"), "Idempotency-Key", "k-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(world.order(id(first))).isEqualTo(before);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    @DisplayName("F03: fifty POSTs at once with one key place one order and never fail")
    void fifty_posts_at_once_with_one_key_place_one_order() {
        List<HttpResponse<String>> answers = atOnce(50, _ -> sending(BODY, "Idempotency-Key", "k-1"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isIn(201, 409);
            if (answer.statusCode() == 409) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        });
        List<HttpResponse<String>> placed =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(placed.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(placed.stream()
                        .filter(answer -> answer.headers()
                                .firstValue("Idempotent-Replayed")
                                .isEmpty()))
                .hasSize(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    @DisplayName("F04: the same key of two callers is two keys")
    void the_same_key_of_two_callers_is_two_keys() {
        HttpResponse<String> ana =
                place(BODY, "Idempotency-Key", "k-1", "Authorization", "Bearer dev:ana:customer:c-1");
        HttpResponse<String> bea = place(
                BODY.replace("c-1", "c-2"), "Idempotency-Key", "k-1", "Authorization", "Bearer dev:bea:customer:c-2");
        assertThat(List.of(ana.statusCode(), bea.statusCode())).containsOnly(201);
        assertThat(id(ana)).isNotEqualTo(id(bea));
        assertThat(bea.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    @DisplayName("F07: a PATCH of a version that has passed is 412 and tells the current one")
    void a_patch_of_a_version_that_has_passed_is_refused() throws Exception {
        HttpResponse<String> placed = place(BODY);
        String stale = placed.headers().firstValue("ETag").orElseThrow();
        world.settle();
        HttpResponse<String> refused = patch(id(placed), "SHIPPED", "If-Match", stale);
        assertThat(refused.statusCode()).isEqualTo(412);
        String current = refused.headers().firstValue("ETag").orElseThrow();
        assertThat(current).contains(world.order(id(placed)).path("version").asText());
        assertThat(world.status(id(placed))).isEqualTo("PAID");
        assertThat(patch(id(placed), "SHIPPED", "If-Match", current).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("F07: with the strict setting a PATCH without If-Match is 428")
    void with_the_strict_setting_a_patch_needs_if_match() throws Exception {
        world.close();
        world = World.in(folder, World.TEMPLATE, settings -> settings.withParameter("StrictIfMatch", "true"));
        HttpResponse<String> placed = place(BODY);
        world.settle();
        assertThat(patch(id(placed), "SHIPPED").statusCode()).isEqualTo(428);
        assertThat(world.status(id(placed))).isEqualTo("PAID");
    }

    @Test
    @DisplayName("F08: of ten PATCHes of one version at once, one wins, with one event")
    void of_patches_of_one_version_one_wins() throws Exception {
        HttpResponse<String> placed = place(BODY);
        world.settle();
        String etag = read(id(placed)).headers().firstValue("ETag").orElseThrow();
        List<HttpResponse<String>> answers = atOnce(10, _ -> patching(id(placed), "SHIPPED", "If-Match", etag));
        world.settle();
        assertThat(answers.stream().map(HttpResponse::statusCode).sorted())
                .containsExactly(200, 412, 412, 412, 412, 412, 412, 412, 412, 412);
        assertThat(world.published("OrderDispatchRecorded")).hasSize(1);
        assertThat(world.published("OrderStatusChanged").stream()
                        .filter(event -> event.at("/data/to").asText().equals("SHIPPED")))
                .hasSize(1);
    }

    @Test
    @DisplayName("F08: a parcel handed over and a cancel at once: exactly one wins")
    void a_parcel_handed_over_and_a_cancel_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            String id = id(place(BODY));
            world.settle();
            List<String> moves = List.of("SHIPPED", "CANCELED");
            List<Integer> codes = atOnce(2, i -> patching(id, moves.get(i))).stream()
                    .map(HttpResponse::statusCode)
                    .toList();
            assertThat(codes).isIn(List.of(200, 409), List.of(409, 202));
            world.settle();
            assertThat(world.status(id)).isEqualTo(codes.getFirst() == 200 ? "SHIPPED" : "CANCELED");
        }
    }

    @Test
    @DisplayName("F09: an illegal jump is 409, names what is allowed, and says nothing on the bus")
    void an_illegal_jump_is_refused() throws Exception {
        String id = id(place(BODY));
        world.settle();
        assertThat(patch(id, "SHIPPED").statusCode()).isEqualTo(200);
        assertThat(patch(id, "DELIVERED").statusCode()).isEqualTo(200);
        world.settle();
        int events = world.published().size();
        JsonNode before = world.order(id);
        for (String to : List.of("PENDING", "RESERVED", "PAID", "SHIPPED", "CANCELED", "REJECTED")) {
            HttpResponse<String> refused = patch(id, to);
            assertThat(refused.statusCode()).as(to).isEqualTo(409);
            assertThat(World.read(refused.body()).path("allowed").isArray())
                    .as(refused.body())
                    .isTrue();
        }
        String paid = id(place(BODY));
        world.settle();
        assertThat(World.read(patch(paid, "DELIVERED").body()).path("allowed").toString())
                .contains("SHIPPED", "CANCELED");
        world.settle();
        assertThat(world.order(id)).isEqualTo(before);
        assertThat(world.published().stream()
                        .filter(event -> event.path("subject").asText().equals(id)))
                .hasSize(events);
    }

    @Test
    @DisplayName("F10: totals are exact and are what is charged and invoiced")
    void totals_are_exact_and_are_what_is_charged_and_invoiced() throws Exception {
        assertCharged("EUR", "0.30", "0.06", line(1, "0.1"), line(1, "0.2"));
        assertCharged("EUR", "99.99", "21.00", line(3, "33.33"));
        assertCharged("JPY", "3960", "832", line(2, "1980"));
        assertCharged("EUR", "10000.00", "2100.00", line(1_000_000, "0.01"));
    }

    private void assertCharged(String currency, String net, String tax, String... lines) throws InterruptedException {
        String id = id(place("{\"customerId\":\"c-1\",\"currency\":\"%s\",\"items\":[%s]}"
                .formatted(currency, String.join(",", lines))));
        world.settle();
        JsonNode order = world.order(id);
        BigDecimal gross = new BigDecimal(net).add(new BigDecimal(tax));
        assertThat(order.at("/totals/net").decimalValue()).isEqualByComparingTo(net);
        assertThat(order.at("/totals/tax").decimalValue()).isEqualByComparingTo(tax);
        assertThat(order.at("/totals/gross").decimalValue()).isEqualByComparingTo(gross);
        BigDecimal parts = Stream.of(order.path("items"))
                .flatMap(items -> IntStream.range(0, items.size()).mapToObj(items::get))
                .map(item -> item.path("net").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(parts).isEqualByComparingTo(net);
        assertThat(world.payments(id).at("/payments/0/captured").asLong()).isEqualTo(World.minorUnits(order));
        assertThat(world.published("InvoiceIssued", id)
                        .getFirst()
                        .at("/data/totals/gross/minor")
                        .asLong())
                .as("%s", world.published("InvoiceIssued", id).getFirst().at("/data/totals"))
                .isEqualTo(World.minorUnits(order));
    }

    private static String line(int quantity, String price) {
        return "{\"sku\":\"TEE-BLK-M\",\"quantity\":%d,\"unitPrice\":%s}".formatted(quantity, price);
    }

    @Test
    @DisplayName("F11: what is too large, malformed or ambiguous is refused, and nothing is placed")
    void what_is_too_large_malformed_or_ambiguous_is_refused() {
        String megabyte = BODY.replace("TEE-BLK-M", "x".repeat(1 << 20));
        String tenThousand = many(10_000);
        byte[] badUtf8 = BODY.getBytes(StandardCharsets.UTF_8);
        badUtf8[BODY.indexOf("TEE")] = (byte) 0xC3;
        assertThat(place(megabyte).statusCode()).isEqualTo(413);
        assertThat(place(tenThousand).statusCode()).isEqualTo(413);
        assertThat(place(many(101)).statusCode()).isEqualTo(422);
        assertThat(world.post("/orders", badUtf8).statusCode()).isEqualTo(400);
        assertThat(place(BODY.replace("{\"customerId\"", "{\"customerId\":\"c-9\",\"customerId\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(place("[".repeat(20_000)).statusCode()).isEqualTo(400);
        assertThat(orders()).isZero();
        assertThat(place(many(100)).statusCode()).isEqualTo(201);
    }

    private static String many(int lines) {
        String all = String.join(",", Collections.nCopies(lines, line(1, "1")));
        return "{\"customerId\":\"c-1\",\"items\":[" + all + "]}";
    }

    @Test
    @DisplayName("F71: the store's answer is lost at every first write: nothing is applied twice")
    void the_stores_answer_is_lost_at_every_first_write() throws Exception {
        for (String collection : List.of("orders", "stock", "payment", "invoices", "invoice-numbers", "mails")) {
            world.trouble().loseAnswer(Trouble.calls(Documents.class, "insert", collection), 1);
        }
        for (String collection : List.of("orders", "stock", "payment", "invoices", "mails")) {
            world.trouble().loseAnswer(Trouble.calls(Documents.class, "replace", collection), 1);
        }
        HttpResponse<String> placed = place(BODY.replace("{\"cust", "{\"email\":\"ana@example.com\",\"cust"));
        assertThat(placed.statusCode()).isEqualTo(201);
        world.forward(Duration.ofMinutes(10));
        assertThat(world.trouble().unmet()).isZero();
        assertThat(world.status(id(placed))).isEqualTo("PAID");
        assertThat(orders()).isEqualTo(1);
        assertThat(world.published("InvoiceIssued", id(placed))).hasSize(1);
        assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(1);
    }

    private interface Call {
        CompletableFuture<HttpResponse<String>> make(int number);
    }

    private static List<HttpResponse<String>> atOnce(int times, Call call) {
        List<CompletableFuture<HttpResponse<String>>> all =
                IntStream.range(0, times).mapToObj(call::make).toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private HttpResponse<String> place(String body, String... headers) {
        return world.send("POST", "/orders", body, headers);
    }

    private CompletableFuture<HttpResponse<String>> sending(String body, String... headers) {
        return world.sending("POST", "/orders", body, headers);
    }

    private HttpResponse<String> read(String id) {
        return world.send("GET", "/orders/" + id, "");
    }

    private HttpResponse<String> patch(String id, String status, String... headers) {
        return patching(id, status, headers).join();
    }

    private CompletableFuture<HttpResponse<String>> patching(String id, String status, String... headers) {
        return world.sending("PATCH", "/orders/" + id, "{\"status\":\"" + status + "\"}", headers);
    }

    private static String id(HttpResponse<String> placed) {
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        return World.read(placed.body()).path("id").asText();
    }

    private long orders() {
        return world.count("SELECT count(*) FROM documents WHERE collection = 'orders'");
    }
}
