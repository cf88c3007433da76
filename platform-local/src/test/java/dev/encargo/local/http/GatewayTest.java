package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.encargo.local.http.wire.Limits;
import dev.encargo.local.http.wire.PortTaken;
import dev.encargo.local.http.wire.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GatewayTest {

    static Mount saying(String prefix, String word) {
        return new Mount(prefix, request -> Response.text(200, "text/plain", word));
    }

    @Nested
    class Mounts {

        @Test
        void a_mount_holds_its_prefix_and_what_is_below() throws IOException {
            try (Shop shop = new Shop(Limits.standard(), saying("/console", "page"), saying("/console/api", "data"))) {
                assertThat(shop.get("/console").body()).isEqualTo("page");
                assertThat(shop.get("/console/orders/1").body()).isEqualTo("page");
                assertThat(shop.get("/console/api/orders").body()).isEqualTo("data");
                assertThat(shop.get("/consoles").status()).isEqualTo(404);
                assertThat(shop.get("/health").status()).isEqualTo(200);
            }
        }

        @Test
        void a_mounts_fault_is_a_problem_and_the_connection_serves_on() throws IOException {
            Mount broken = new Mount("/console", request -> {
                throw new IllegalStateException("boom");
            });
            try (Shop shop = new Shop(Limits.standard(), broken);
                    Wire wire = shop.wire()) {
                assertThat(wire.send("GET /console HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .read()
                                .status())
                        .isEqualTo(500);
                assertThat(wire.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .read()
                                .status())
                        .isEqualTo(200);
            }
        }

        @Test
        void a_stream_is_sent_as_it_comes() throws IOException {
            CountDownLatch seen = new CountDownLatch(1);
            Mount stream = new Mount(
                    "/console",
                    request -> Response.streamed(200, "text/event-stream", out -> {
                        out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        seen.await();
                        out.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
                    }));
            try (Shop shop = new Shop(Limits.standard(), stream);
                    Wire wire = shop.wire()) {
                wire.send("GET /console HTTP/1.1\r\nHost: localhost\r\n\r\n").read(false);
                assertThat(wire.socket.getInputStream().readNBytes(12))
                        .asString()
                        .isEqualTo("9\r\ndata: 1\n\n");
                seen.countDown();
                assertThat(wire.socket.getInputStream().readNBytes(21))
                        .asString()
                        .isEqualTo("\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n".substring(0, 21));
            }
        }
    }

    @Nested
    class PagesFromElsewhere {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "evil.example",
                    "localhost.evil.example",
                    "127.0.0.1.nip.io:80",
                    "[::2]",
                    "localhost:1@evil.example"
                })
        void a_name_that_was_pointed_here_is_refused(String host) throws IOException {
            try (Shop shop = new Shop()) {
                Wire.Answer answer = shop.send("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
                assertThat(answer.status()).isEqualTo(421);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "LocalHost:4510", "127.0.0.1:4510", "[::1]:4510"})
        void a_local_name_is_answered(String host) throws IOException {
            try (Shop shop = new Shop()) {
                assertThat(shop.send("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                                .status())
                        .isEqualTo(200);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example:80", "x y"})
        void a_page_of_another_origin_changes_nothing(String origin) throws IOException {
            try (Shop shop = new Shop()) {
                assertThat(shop.post("/notices", "{}", "Origin: " + origin).status())
                        .isEqualTo(403);
                assertThat(shop.get("/health", "Origin: " + origin).status()).isEqualTo(200);
                assertThat(shop.post("/notices", "{}", "Origin: http://localhost:4510")
                                .status())
                        .isEqualTo(200);
                assertThat(shop.called).hasSize(1);
            }
        }
    }

    @Nested
    class Ports {

        @Test
        void a_taken_port_says_who_holds_it() throws IOException {
            try (Gateway first = Gateway.bind(0)) {
                PortTaken taken = catchThrowableOfType(PortTaken.class, () -> Gateway.bind(first.port()));
                assertThat(taken.port()).isEqualTo(first.port());
                assertThat(taken.holder()).hasValueSatisfying(holder -> {
                    assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                    assertThat(holder.command()).contains("java");
                });
            }
        }

        @Test
        void a_client_that_comes_before_the_door_opens_waits() throws Exception {
            try (Gateway gateway = Gateway.bind(0);
                    Wire wire = new Wire(gateway.port())) {
                wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                gateway.open(request -> Response.text(200, "text/plain", "open"), java.util.List.of());
                assertThat(wire.read().body()).isEqualTo("open");
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void a_call_in_flight_ends_and_nobody_new_is_accepted() throws Exception {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            try (Shop shop = new Shop();
                    Wire idle = shop.wire();
                    Wire wire = shop.wire()) {
                shop.behaviour = (function, event) -> {
                    running.countDown();
                    await(go);
                    return "{\"statusCode\":200,\"body\":\"done\"}".getBytes(StandardCharsets.UTF_8);
                };
                idle.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
                wire.send("GET /orders/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
                running.await();
                CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(shop, Duration.ofSeconds(20)));
                assertThat(idle.isEnded()).isTrue();
                while (isOpen(shop)) {
                    Thread.onSpinWait();
                }
                assertThat(stopped).isNotDone();
                go.countDown();
                Wire.Answer answer = wire.read();
                assertThat(answer.body()).isEqualTo("done");
                assertThat(answer.headers()).containsEntry("Connection", "close");
                stopped.join();
            }
        }

        @Test
        void what_does_not_end_within_the_bound_is_cut() throws Exception {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            try (Shop shop = new Shop();
                    Wire wire = shop.wire()) {
                shop.behaviour = (function, event) -> {
                    running.countDown();
                    await(never);
                    return event;
                };
                wire.send("GET /orders/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
                running.await();
                stop(shop, Duration.ofMillis(50));
                assertThat(wire.isEnded()).isTrue();
                never.countDown();
            }
        }

        static boolean isOpen(Shop shop) throws IOException {
            try (Wire wire = shop.wire()) {
                return wire.socket.isConnected();
            } catch (ConnectException refused) {
                return false;
            }
        }

        static void stop(Shop shop, Duration bound) {
            try {
                shop.gateway.stop(bound);
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
        }

        static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
