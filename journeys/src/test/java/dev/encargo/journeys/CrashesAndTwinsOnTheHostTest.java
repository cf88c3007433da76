package dev.encargo.journeys;

import static dev.encargo.journeys.Trouble.calls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.function.Passage.PortCall;
import dev.encargo.local.host.HostSettings;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.Mail;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.Workflows.Answered;
import dev.encargo.platform.documents.Documents;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("crashes and twins on the local host")
class CrashesAndTwinsOnTheHostTest {
    private static final String BODY =
            "{\"customerId\":\"c-1\",\"email\":\"ana@example.com\",\"items\":[{\"sku\":\"TEE-BLK-M\",\"quantity\":2,\"unitPrice\":21.90}]}";

    @TempDir
    private Path folder;

    @Nested
    class A_crash {
        @Test
        @DisplayName("F13: after the save and before the publication: the event is published right after the restart")
        void before_the_publication() throws Exception {
            crash(HostSettings::relaying, trouble -> trouble.standStillBefore(calls(EventBus.class, "publish")));
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                world.settle();
                assertThat(world.published("OrderCreated"))
                        .as("before the relay's next minute")
                        .hasSize(1);
                HttpResponse<String> again = world.send("POST", "/orders", BODY, "Idempotency-Key", "k-1");
                assertThat(again.statusCode()).isEqualTo(201);
                assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
                world.forward(Duration.ofMinutes(5));
                assertThat(world.published("OrderCreated")).hasSize(1);
                assertPaidOnce(world);
            }
        }

        @Test
        @DisplayName(
                "F13: effects that a relaying host left are performed by one that does not relay, whatever is written meanwhile")
        void before_the_publication_by_a_host_that_relays_no_more() throws Exception {
            crash(HostSettings::relaying, trouble -> trouble.standStillBefore(calls(EventBus.class, "publish")));
            try (World world = World.brisk(folder, settings -> settings)) {
                String id = world.texts("SELECT id FROM documents WHERE collection = 'orders'")
                        .getFirst();
                assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                        .isEqualTo(202);
                world.settle();
                world.forward(Duration.ofMinutes(5));
                assertThat(world.published("OrderCreated")).hasSize(1);
                assertThat(world.status(id)).isEqualTo("CANCELED");
                assertThat(world.count("SELECT count(*) FROM documents WHERE pending IS NOT NULL"))
                        .isZero();
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F14: after the publication and before the mark: published twice, applied once")
        void before_the_mark() throws Exception {
            crash(
                    HostSettings::relaying,
                    trouble -> trouble.standStillBefore(calls(Documents.class, "amend", "orders")));
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                world.forward(Duration.ofHours(1));
                List<JsonNode> created = world.published("OrderCreated");
                assertThat(created).hasSize(2);
                assertThat(created.getFirst()).isEqualTo(created.getLast());
                assertThat(world.count("SELECT count(*) FROM executions"))
                        .as("the order's and its twin")
                        .isEqualTo(2);
                assertPaidOnce(world);
            }
        }

        static Stream<Arguments> moments() {
            return Stream.of(
                    moment("the order is written", calls(Documents.class, "insert", "orders")),
                    moment("the goods are noted as asked for", calls(Documents.class, "insert", "stock")),
                    moment("the goods are noted as reserved", calls(Documents.class, "replace", "stock")),
                    moment("the payment is noted as asked for", calls(Documents.class, "insert", "payment")),
                    moment("the payment is noted as captured", calls(Documents.class, "replace", "payment")),
                    moment("a fact is learned", calls(Documents.class, "replace", "orders")),
                    moment("a mail is claimed", calls(Documents.class, "insert", "mails")),
                    moment("a mail is sent", calls(Mail.class, "send")));
        }

        private static Arguments moment(String name, Predicate<PortCall> call) {
            return Arguments.of(name, call);
        }

        @ParameterizedTest(name = "right after {0}")
        @MethodSource("moments")
        @DisplayName("F13, F87: wherever the host is killed, the order ends PAID, once")
        void anywhere(String name, Predicate<PortCall> call) throws Exception {
            crash(settings -> settings, trouble -> trouble.standStillAfter(call));
            try (World world = World.brisk(folder, settings -> settings)) {
                world.forward(Duration.ofMinutes(20));
                assertPaidOnce(world);
            }
        }

        @Test
        void while_the_provider_takes_its_time_loses_no_payment() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.place("pm_slow");
                world.settle();
                world.crash();
            }
            try (World world = World.brisk(folder, settings -> settings)) {
                world.forward(Duration.ofMinutes(5));
                assertPaidOnce(world);
            }
        }

        @Test
        void while_the_provider_decides_late_leaves_the_money_to_be_given_back() throws Exception {
            String id;
            try (World world = World.brisk(folder, settings -> settings)) {
                id = world.place("pm_late");
                world.settle();
                world.crash();
            }
            try (World world = World.brisk(folder, settings -> settings)) {
                world.forward(Duration.ofHours(2));
                assertThat(world.status(id)).isEqualTo("REJECTED");
                assertThat(world.payments(id).at("/payments/0/refunded").asLong())
                        .isEqualTo(5300);
                Invariants.hold(world);
            }
        }
    }

    private interface Plan {
        void in(Trouble trouble);
    }

    /// Places one order and kills the host when it stands still.
    private void crash(UnaryOperator<HostSettings> more, Plan plan) throws Exception {
        try (World world = World.brisk(folder, more)) {
            plan.in(world.trouble());
            CompletableFuture<HttpResponse<String>> placing =
                    world.sending("POST", "/orders", BODY, "Idempotency-Key", "k-1");
            world.trouble().awaitStandstill();
            world.crash();
            assertThat(placing.handle((answer, _) -> answer == null ? 0 : answer.statusCode())
                            .join())
                    .as("an answer, or a lost connection")
                    .isIn(0, 201);
        }
    }

    private static void assertPaidOnce(World world) {
        List<String> orders = world.texts("SELECT id FROM documents WHERE collection = 'orders'");
        assertThat(orders).hasSize(1);
        assertThat(world.status(orders.getFirst())).isEqualTo("PAID");
        assertThat(world.payments().path("payments")).hasSize(1);
        assertThat(world.warehouse().path("reservations")).hasSize(1);
        assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(1);
        Invariants.hold(world);
    }

    @Nested
    class A_twin {
        @Test
        @DisplayName("F50: one event delivered twice to the workflow starts one execution")
        void one_event_starts_one_execution() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                String id = world.place("pm_ok");
                String event = world.texts("SELECT body FROM events WHERE type = 'OrderCreated'")
                        .getFirst();
                Map<String, String> target =
                        Map.of("ENCARGO_RULE", "CreatedOrdersAreFulfilled", "ENCARGO_TARGET", "FulfilOrder");
                assertThat(world.host().delivery().bus().redeliver(event, target))
                        .isTrue();
                world.settle();
                assertThat(world.host().delivery().bus().redeliver(event, target))
                        .isTrue();
                world.settle();
                assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
                assertPaidOnce(world);
            }
        }

        @Test
        @DisplayName("F50: a start whose answer was lost is made again, and starts one undo")
        void a_start_made_again_starts_one_undo() throws Exception {
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                String id = world.place("pm_ok");
                world.settle();
                world.trouble().loseAnswer(calls(Workflows.class, "start"), 2);
                assertThat(world.send("POST", "/orders/" + id + "/cancel", "").statusCode())
                        .isEqualTo(202);
                world.forward(Duration.ofMinutes(10));
                assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED", "UndoOrder SUCCEEDED");
                assertThat(world.status(id)).isEqualTo("CANCELED");
                assertThat(world.published("OrderUndone", id)).hasSize(1);
                Invariants.hold(world);
            }
        }
    }

    @Nested
    class A_callback {
        @Test
        @DisplayName(
                "F48: the first answer wins; a second one, a wrong token and one after the limit are no longer awaited")
        void only_the_first_answer_counts() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                String id = world.place("pm_slow");
                world.settle();
                String token = token(world, id);
                assertThat(answer(world, "no token at all")).isEqualTo(Answered.NO_LONGER_AWAITED);
                assertThat(answer(world, token.substring(0, token.length() - 2) + "xx"))
                        .isEqualTo(Answered.NO_LONGER_AWAITED);
                world.forward(Duration.ofMinutes(1));
                assertThat(world.status(id)).isEqualTo("PAID");
                JsonNode before = world.order(id);
                assertThat(answer(world, token)).isEqualTo(Answered.NO_LONGER_AWAITED);
                String silent = world.place("pm_timeout");
                world.settle();
                String late = token(world, silent);
                world.forward(Duration.ofMinutes(31));
                assertThat(answer(world, late)).isEqualTo(Answered.NO_LONGER_AWAITED);
                world.settle();
                assertThat(world.order(id)).isEqualTo(before);
                assertThat(world.status(silent)).isEqualTo("REJECTED");
                assertThat(world.executions(id)).containsExactly("FulfilOrder SUCCEEDED");
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F48: a notice that comes twice is applied once")
        void a_notice_that_comes_twice_is_applied_once() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                String id = world.place("pm_duplicate_webhook");
                world.forward(Duration.ofMinutes(5));
                assertThat(world.calls("ReceivePaymentNoticeFunction")).isGreaterThan(1);
                assertThat(world.status(id)).isEqualTo("PAID");
                assertThat(world.published("PaymentCaptured")).hasSize(1);
                Invariants.hold(world);
            }
        }

        private static String token(World world, String id) {
            String body = world.texts("SELECT body FROM documents WHERE collection = 'payment' AND id = ?", id)
                    .getFirst();
            return World.read(body).at("/trail/waiting/token").asText();
        }

        private static Answered answer(World world, String token) {
            return world.host().executions().answerNow(token, new Answer.Success("{}"));
        }
    }
}
