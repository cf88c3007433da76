package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.local.http.wire.Limits;
import dev.encargo.local.http.wire.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HostileClientTest {

    static final String HOST = "Host: localhost\r\n";
    static final Duration LONGER_THAN_THIS_TEST = Duration.ofMinutes(1);

    Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop(Limits.standard()
                .withTimes(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(600))
                .withConnections(50));
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    @Nested
    class Framing {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GARBAGE\r\n\r\n",
                    "GET\r\n\r\n",
                    "GET /health\r\n\r\n",
                    "GET  /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /health#x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /hea\u0001lth HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /h\u00e9 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "G@T /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /health HTTP/1.1\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                    "GET http://evil/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nName : x\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nA: b\r\n folded\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nA: b\nC: d\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nA: b\rC: d\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nA: \u0000\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\nabcde",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\nabcde",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5, 5\r\n\r\nabcde",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "POST /notices HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                    "POST /notices HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n\r\n",
                })
        void what_can_be_read_in_two_ways_is_400_and_ends_the_connection(String request) throws IOException {
            try (Wire wire = shop.wire()) {
                Wire.Answer answer = wire.send(request).read();
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
                assertThat(answer.kind()).isEqualTo("bad-request");
                assertThat(wire.isEnded()).isTrue();
            }
            assertThat(shop.called).isEmpty();
        }

        @Test
        void another_version_or_coding_is_refused_by_its_own_status() throws IOException {
            assertThat(shop.send("GET /health HTTP/2.0\r\n" + HOST + "\r\n").status())
                    .isEqualTo(505);
            assertThat(shop.send("POST /notices HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip\r\n\r\n")
                            .status())
                    .isEqualTo(501);
        }

        @Test
        void requests_sent_at_once_are_answered_in_order() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("\r\nGET /health HTTP/1.1\r\n" + HOST + "\r\nPOST /notices HTTP/1.1\r\n" + HOST
                        + "Content-Length: 2\r\n\r\n{}GET /nowhere HTTP/1.1\r\n" + HOST + "\r\n");
                assertThat(List.of(
                                wire.read().status(),
                                wire.read().status(),
                                wire.read().status()))
                        .containsExactly(200, 200, 404);
            }
        }

        @Test
        void chunks_are_put_together_and_extensions_and_trailers_forgotten() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("POST /notices HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n"
                        + "1;a=b\r\n{\r\n00001\r\n}\r\n0\r\nX-Trailer: y\r\n\r\nGET /health HTTP/1.1\r\n" + HOST
                        + "\r\n");
                assertThat(wire.read().status()).isEqualTo(200);
                assertThat(wire.read().body()).contains("UP");
            }
            assertThat(shop.called.getFirst().event()).contains("\"body\":\"{}\"");
        }

        @Test
        void http_1_0_is_answered_and_closed() throws IOException {
            try (Wire wire = shop.wire()) {
                assertThat(wire.send("GET /health HTTP/1.0\r\n\r\n").read().status())
                        .isEqualTo(200);
                assertThat(wire.isEnded()).isTrue();
            }
        }

        @Test
        void a_client_that_waits_to_send_is_told_to_go_on() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("POST /notices HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
                assertThat(wire.read(false).status()).isEqualTo(100);
                assertThat(wire.send("{}").read().status()).isEqualTo(200);
            }
        }
    }

    @Nested
    class Sizes {

        @Test
        void headers_of_any_size_are_cut_at_the_bound() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("GET /health HTTP/1.1\r\n" + HOST + "A: " + "a".repeat(33_000));
                assertThat(wire.read().status()).isEqualTo(431);
            }
            assertThat(shop.get("/" + "a".repeat(33_000)).status()).isEqualTo(431);
            assertThat(shop.send("GET /health HTTP/1.1\r\n" + HOST + "A: b\r\n".repeat(100) + "\r\n")
                            .status())
                    .isEqualTo(431);
            assertThat(shop.send("GET /health HTTP/1.1\r\n" + HOST + "A: b\r\n".repeat(99) + "\r\n")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @DisplayName("F11 a body of 1 MB where 64 KB may be is 413 before it is read")
        void a_large_order_is_413() throws IOException {
            assertThat(shop.send("POST /orders HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n")
                            .status())
                    .isEqualTo(413);
            Wire.Answer answer = shop.post("/orders", "x".repeat(1_000_000), "Content-Type: application/json");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().path("detail").asText()).contains("65536");
            assertThat(shop.called).isEmpty();
        }

        @Test
        void chunks_without_end_are_413_at_the_bound() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("POST /orders HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n");
                for (int i = 0; i < 70; i++) {
                    wire.send("400\r\n" + "x".repeat(1_024) + "\r\n");
                }
                assertThat(wire.read().status()).isEqualTo(413);
            }
        }

        @Test
        void a_body_of_64_kilobytes_is_not_too_large() throws IOException {
            String padded = "{\"customerId\":\"c\"," + " ".repeat(65_536 - 29) + "\"items\":[]}";
            assertThat(padded).hasSize(65_536);
            assertThat(shop.post("/orders", padded, "Content-Type: application/json")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void a_body_of_ten_megabytes_passes_where_the_operation_lets_it() throws IOException {
            shop.close();
            shop = new Shop();
            assertThat(shop.post("/notices", "x".repeat(10 * 1024 * 1024)).status())
                    .isEqualTo(200);
            assertThat(shop.post("/notices", "x".repeat(10 * 1024 * 1024 + 1)).status())
                    .isEqualTo(413);
        }
    }

    @Nested
    class Slowness {

        @Test
        void headers_that_drip_are_408() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("GET /health HTTP/1.1\r\n");
                Wire.Answer answer = wire.read();
                assertThat(answer.status()).isEqualTo(408);
                assertThat(wire.isEnded()).isTrue();
            }
        }

        @Test
        void a_body_that_drips_is_408() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("POST /notices HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nab");
                assertThat(wire.read().status()).isEqualTo(408);
            }
            assertThat(shop.called).isEmpty();
        }

        @Test
        void a_client_that_asks_nothing_more_is_let_go_without_a_word() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("GET /health HTTP/1.1\r\n" + HOST + "\r\n").read();
                assertThat(wire.isEnded()).isTrue();
            }
        }

        @Test
        @Tag("slow")
        void a_client_that_does_not_take_its_answer_is_cut() throws Exception {
            int size = 64 * 1024 * 1024;
            CountDownLatch asked = new CountDownLatch(1);
            Mount large = new Mount("/large", request -> {
                asked.countDown();
                return Response.bytes(200, "text/plain", new byte[size]);
            });
            Limits impatient = new Limits(
                    32_768,
                    100,
                    50,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(200));
            try (Shop slow = new Shop(impatient, large);
                    Wire wire = slow.wire()) {
                wire.send("GET /large HTTP/1.1\r\n" + HOST + "\r\n");
                asked.await();
                assertThat(slow.get("/health").status()).isEqualTo(200);
                slow.gateway.stop(LONGER_THAN_THIS_TEST);
                assertThat(bytesLeft(wire)).isLessThan(size);
            }
        }

        static long bytesLeft(Wire wire) throws IOException {
            try {
                return wire.socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (SocketException cut) {
                return 0;
            }
        }

        @Test
        void a_client_that_hangs_up_within_its_request_calls_nobody() throws IOException {
            try (Wire wire = shop.wire()) {
                wire.send("POST /notices HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nab");
                wire.socket.shutdownOutput();
                assertThat(wire.read().status()).isEqualTo(400);
            }
            assertThat(shop.called).isEmpty();
        }

        @Test
        void a_function_may_take_longer_than_any_client_may() throws IOException {
            shop.behaviour = (function, event) -> {
                outlastAnIdleClient();
                return "{\"statusCode\":200,\"body\":\"late\"}".getBytes(StandardCharsets.UTF_8);
            };
            assertThat(shop.get("/orders/1").body()).isEqualTo("late");
        }

        /// Idle clients are let go last of all.
        void outlastAnIdleClient() {
            try (Wire idle = shop.wire()) {
                idle.send("GET /health HTTP/1.1\r\n" + HOST + "\r\n").read();
                assertThat(idle.isEnded()).isTrue();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Test
        void slow_clients_do_not_keep_others_out() throws IOException {
            List<Wire> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 40; i++) {
                    slow.add(shop.wire().send("GET /health HTTP/1.1\r\nA: "));
                }
                assertThat(shop.get("/health").status()).isEqualTo(200);
            } finally {
                for (Wire wire : slow) {
                    wire.close();
                }
            }
        }

        @Test
        void a_crowd_is_turned_away_with_503() throws IOException {
            List<Wire> crowd = new ArrayList<>();
            try {
                for (int i = 0; i < 60; i++) {
                    crowd.add(shop.wire());
                }
                Wire.Answer answer = lastAnswer(crowd);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.headers()).containsEntry("Retry-After", "1");
            } finally {
                for (Wire wire : crowd) {
                    wire.close();
                }
            }
        }

        static Wire.Answer lastAnswer(List<Wire> crowd) throws IOException {
            try {
                return crowd.getLast().read();
            } catch (SocketException cut) {
                throw new AssertionError("cut without a word", cut);
            }
        }
    }
}
