package dev.encargo.orders.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.platform.testing.MemoryPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacingOrderTest {
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Calls calls = new Calls(platform);

    @Test
    void the_smallest_legal_order_is_placed_and_can_be_read() {
        Calls.Answer placed = calls.place(Calls.ORDINARY);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.headers()).containsEntry("ETag", "\"1\"");
        assertThat(placed.body())
                .contains("\"net\":43.80", "\"tax\":9.20", "\"gross\":53.00", "\"status\":\"PENDING\"");
        String id = placed.headers().get("Location").substring("/orders/".length());
        assertThat(calls.read(id).body()).isEqualTo(placed.body());
        assertThat(platform.publishedTypes()).containsExactly("OrderCreated");
        assertThat(platform.documents.writes).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void moments_have_milliseconds_whatever_the_clock_has() {
        platform.clock.forward(Duration.ofNanos(123_456_789));
        calls.place(Calls.ORDINARY);
        assertThat(platform.published.getFirst().time()).isEqualTo(Instant.parse("2026-11-24T09:41:58.123Z"));
    }

    @Nested
    class With_an_idempotency_key {
        private final Calls.Call keyed = Calls.placing(Calls.ORDINARY).header("Idempotency-Key", "key-1");

        @Test
        @DisplayName("F01 the same request again gets the first answer, even after the order has moved")
        void replays() {
            Calls.Answer first = calls.place(keyed);
            String id = first.json().path("id").asText();
            calls.learn(calls.reserved(id), calls.captured(id));
            Calls.Answer again = calls.place(keyed.body("""
                    {"items": [{"unitPrice": 21.9, "quantity": 2.0, "sku": "TEE-BLK-M"}], "customerId": "c-1"}"""));
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers())
                    .containsEntry("Idempotent-Replayed", "true")
                    .containsEntry("ETag", "\"1\"");
            assertThat(first.headers()).doesNotContainKey("Idempotent-Replayed");
            assertThat(platform.publishedTypes()).containsOnlyOnce("OrderCreated");
        }

        @Test
        @DisplayName("F02 another request with the key is 422 and changes nothing")
        void refuses_another_request() {
            calls.place(keyed);
            int writes = platform.documents.writes.get();
            assertThat(calls.place(keyed.body(Calls.ORDINARY.replace("21.90", "21.91")))
                            .status())
                    .isEqualTo(422);
            assertThat(platform.documents.writes).hasValue(writes);
            assertThat(platform.published).hasSize(1);
        }

        @Test
        @DisplayName("F03 fifty at once make one order")
        void fifty_at_once() throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Calls.Answer> call = () -> calls.place(keyed);
                List<Future<Calls.Answer>> all = IntStream.range(0, 50)
                        .mapToObj(_ -> threads.submit(call))
                        .toList();
                List<String> bodies = new java.util.ArrayList<>();
                int fresh = 0;
                for (Future<Calls.Answer> one : all) {
                    assertThat(one.get().status()).isEqualTo(201);
                    bodies.add(one.get().body());
                    fresh += one.get().headers().containsKey("Idempotent-Replayed") ? 0 : 1;
                }
                assertThat(bodies.stream().distinct()).hasSize(1);
                assertThat(fresh).isEqualTo(1);
            }
            assertThat(platform.publishedTypes()).containsExactly("OrderCreated");
        }

        @Test
        @DisplayName("F04 two callers with one key have two orders")
        void scoped_to_the_caller() {
            String one = calls.place(keyed.as("ana", "c-1")).json().path("id").asText();
            String other =
                    calls.place(keyed.as("anna", "c-1")).json().path("id").asText();
            assertThat(one).isNotEqualTo(other);
        }

        @Test
        void a_refusal_consumes_no_key() {
            assertThat(calls.place(keyed.body(Calls.ORDINARY.replace("21.90", "21.905")))
                            .status())
                    .isEqualTo(422);
            assertThat(calls.place(keyed).status()).isEqualTo(201);
        }

        @Test
        @DisplayName("F05 F06 a key whose call failed before the write makes the order on the next try")
        void survives_a_failure() {
            platform.documents.failNextCalls(2);
            assertThat(calls.place(keyed).status()).isEqualTo(503);
            assertThat(calls.place(keyed).status()).isEqualTo(201);
        }

        @Test
        @DisplayName("F71 a write whose answer was lost is one order")
        void lost_answer() {
            platform.documents.loseAnswersOfNextWrites(1);
            assertThat(calls.place(keyed).status()).isEqualTo(201);
            assertThat(calls.place(keyed).headers()).containsKey("Idempotent-Replayed");
        }

        @Test
        void keeps_its_meaning_while_the_salt_is_being_replaced() {
            String id = calls.place(keyed).json().path("id").asText();
            platform.secrets.put("idempotency-salt", List.of("new salt", "salt"));
            assertThat(calls.place(keyed).json().path("id").asText()).isEqualTo(id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "with space", "ñ"})
        void must_be_visible_ascii(String key) {
            assertThat(calls.place(keyed.header("Idempotency-Key", key)).status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Money {
        @ParameterizedTest
        @DisplayName("F10 totals are exact")
        @CsvSource({
            "EUR, 0.1, 1, 0.10, 0.02, 0.12",
            "EUR, 33.33, 3, 99.99, 21.00, 120.99",
            "EUR, 0.01, 1000000, 10000.00, 2100.00, 12100.00",
            "JPY, 101, 1, 101, 21, 122",
            "BHD, 1.005, 1, 1.005, 0.211, 1.216",
            "EUR, 0, 1, 0.00, 0.00, 0.00",
            "EUR, 1.10e1, 1, 11.00, 2.31, 13.31",
        })
        void totals(String currency, String price, int quantity, String net, String tax, String gross) {
            String body = "{\"customerId\":\"c-1\",\"currency\":\"" + currency
                    + "\",\"items\":[{\"sku\":\"A\",\"quantity\":" + quantity + ",\"unitPrice\":" + price + "}]}";
            assertThat(calls.place(body).body())
                    .contains("\"totals\":{\"net\":" + net + ",\"tax\":" + tax + ",\"gross\":" + gross + ",");
        }

        @Test
        @DisplayName("F10 0.1 and 0.2 are 0.30, and tax is rounded once a rate")
        void sums() {
            Calls.Answer placed = calls.place("""
                    {"customerId": "c-1", "items": [
                        {"sku": "A", "quantity": 1, "unitPrice": 0.1}, {"sku": "B", "quantity": 1, "unitPrice": 0.2},
                        {"sku": "C", "quantity": 1, "unitPrice": 0.05, "taxRate": 0.10},
                        {"sku": "D", "quantity": 1, "unitPrice": 0.05, "taxRate": 0.100}]}""");
            assertThat(placed.body())
                    .contains("\"net\":0.40,\"tax\":0.07,\"gross\":0.47")
                    .contains("{\"rate\":0.1,\"base\":0.10,\"tax\":0.01},{\"rate\":0.21,\"base\":0.30,\"tax\":0.06}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"21.905", "-0.01", "1e30", "99999999999999.99", "1e-9"})
        void a_price_beyond_the_currency_is_refused(String price) {
            Calls.Answer refused = calls.place(Calls.ORDINARY.replace("21.90", price));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("/items/0/unitPrice");
        }

        @Test
        void a_total_beyond_counting_is_refused() {
            String body =
                    Calls.ORDINARY.replace("21.90", "9999999999999").replace("\"quantity\":2", "\"quantity\":1000000");
            assertThat(calls.place(body).status()).isEqualTo(422);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ZZZ", "XXX", "XAU", "DEM", "USN", "eur", "EURO"})
        void a_currency_not_in_use_is_refused(String currency) {
            assertThat(calls.place("{\"currency\":\"" + currency + "\"," + Calls.ORDINARY.substring(1))
                            .body())
                    .contains("/currency");
        }
    }

    @Nested
    class What_is_wrong {
        @Test
        void is_named_field_by_field_at_once() {
            Calls.Answer refused = calls.place("""
                    {"items": [{"sku": "", "quantity": 0, "unitPrice": "1", "taxRate": 2, "colour/x": 1}, 7],
                     "email": "nobody", "locale": "fr", "shippingAddress": {"country": "es"}, "name": null, "x": 1}""");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").findValuesAsText("field"))
                    .contains(
                            "/customerId",
                            "/items/0/sku",
                            "/items/0/quantity",
                            "/items/0/unitPrice",
                            "/items/0/taxRate",
                            "/items/0/colour~1x",
                            "/items/1",
                            "/email",
                            "/locale",
                            "/shippingAddress/line1",
                            "/shippingAddress/country",
                            "/name",
                            "/x");
            assertThat(platform.documents.writes).hasValue(0);
        }

        @ParameterizedTest
        @DisplayName("F11 a body that is no JSON is 400")
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[1",
                    "{\"a\":1}x",
                    "{\"a\":1,}",
                    "{a:1}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{\"a\":nullx}",
                    "{\"a\":1e99999999999}",
                    "{\"a\":\"\\q\"}",
                    "{\"a\":\"\u0001\"}",
                    "{\"customerId\":\"c-1\",\"customerId\":\"c-2\"}",
                    "{\"name\":\"\ufffd\"}",
                    "{\"a\":tru}"
                })
        void malformed(String body) {
            assertThat(calls.place(body).status()).isEqualTo(400);
        }

        @Test
        @DisplayName("F11 deep nesting is 400")
        void deep() {
            assertThat(calls.place("{\"a\":" + "[".repeat(30_000)).status()).isEqualTo(400);
        }

        @Test
        @DisplayName("F11 F19 more than 64 KB is 413, more than 100 lines 422")
        void too_much() {
            assertThat(calls.place("{\"name\":\"" + "x".repeat(70_000) + "\"}").status())
                    .isEqualTo(413);
            assertThat(calls.place("{\"name\":\"" + "€".repeat(22_000) + "\"}").status())
                    .isEqualTo(413);
            assertThat(calls.place(lines(101, "A")).status()).isEqualTo(422);
            assertThat(calls.place(lines(100, "A")).status()).isEqualTo(201);
        }

        @Test
        @DisplayName("F19 text that no event can carry is 422, and what is accepted fits")
        void no_event_exceeds_60_kilobytes() {
            assertThat(calls.place(lines(100, "\\\"".repeat(100))).status()).isIn(201, 422);
            assertThat(calls.place(lines(100, "€".repeat(150))).status()).isEqualTo(422);
            platform.published.forEach(event -> assertThat(event.detail().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(60 * 1024));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a@b", "a b@c.es", "@c.es", "a@.es", "a@c..es", "a@b@c.es", "a@c.es,b@c.es", "a@c.es\\n"})
        void emails(String email) {
            assertThat(calls.place("{\"email\":\"" + email + "\"," + Calls.ORDINARY.substring(1))
                            .status())
                    .isEqualTo(email.endsWith("\\n") ? 201 : 422);
        }

        @Test
        void broken_surrogates_are_refused() {
            assertThat(calls.place("{\"name\":\"\\ud800\"," + Calls.ORDINARY.substring(1))
                            .status())
                    .isEqualTo(422);
        }

        private String lines(int count, String description) {
            return IntStream.range(0, count)
                    .mapToObj(i -> "{\"sku\":\"S" + i + "\",\"description\":\"" + description
                            + "\",\"quantity\":1,\"unitPrice\":1}")
                    .collect(Collectors.joining(",", "{\"customerId\":\"c-1\",\"items\":[", "]}"));
        }
    }

    @Nested
    class Who_may {
        @Test
        void a_customer_orders_for_himself_only() {
            Calls.Call call = Calls.placing(Calls.ORDINARY);
            assertThat(calls.place(call.as("ana", "c-1")).status()).isEqualTo(201);
            assertThat(calls.place(call.as("eve", "c-2")).status()).isEqualTo(403);
        }

        @Test
        @DisplayName("F80 someone else's order is as absent as none")
        void nobody_sees_another_ones_order() {
            String id = calls.placed();
            Calls.Call read = new Calls.Call("GET", "/orders/{id}", id).as("eve", "c-2");
            Calls.Answer foreign = calls.call(new ReadOrderFunction(platform), read);
            Calls.Answer absent = calls.read("ord_00000000000000000000000000");
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(absent.body());
        }
    }

    @Test
    @DisplayName("F12 without the store the answer is 503 with Retry-After, and nothing is half-written")
    void store_down() {
        platform.documents.failNextCalls(2);
        Calls.Answer down = calls.place(Calls.ORDINARY);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.headers()).containsKey("Retry-After");
        assertThat(platform.published).isEmpty();
        platform.documents.failNextCalls(1);
        Calls.Call ready = new Calls.Call("GET", "/ready", null);
        assertThat(calls.call(new CheckReadinessFunction(platform), ready).status())
                .isEqualTo(503);
        assertThat(calls.call(new CheckReadinessFunction(platform), ready).status())
                .isEqualTo(200);
    }

    @Test
    void a_reader_who_has_the_version_is_told_so() {
        String id = calls.placed();
        Calls.Call read = new Calls.Call("GET", "/orders/{id}", id).header("If-None-Match", "\"1\"");
        assertThat(calls.call(new ReadOrderFunction(platform), read).status()).isEqualTo(304);
        calls.learn(calls.reserved(id));
        assertThat(calls.call(new ReadOrderFunction(platform), read).status()).isEqualTo(200);
    }
}
