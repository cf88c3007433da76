package dev.encargo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.analytics.Answers;
import dev.encargo.analytics.Lake;
import dev.encargo.cli.check.Audit;
import dev.encargo.cli.check.Violation;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.local.template.source.TemplateRefused;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import dev.encargo.providers.Operation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the template is the program")
class TemplateIsTheProgramTest {
    @TempDir
    private Path folder;

    private TemplateCopy copy;

    @BeforeEach
    void copyInfrastructure() throws IOException {
        copy = TemplateCopy.in(folder);
        copy.gatherNothing();
    }

    @Test
    void without_the_rule_that_starts_it_nothing_is_fulfilled() throws Exception {
        copy.disable("CreatedOrdersAreFulfilled");
        try (World world = start()) {
            String id = world.place("pm_ok");
            world.settle();
            assertThat(world.status(id)).isEqualTo("PENDING");
            assertThat(world.count("SELECT count(*) FROM executions")).isZero();
        }
    }

    @Test
    void a_stream_that_does_not_compress_lands_what_check_and_the_questions_read() throws Exception {
        copy.change("LakeStream", "CompressionFormat: GZIP", "CompressionFormat: UNCOMPRESSED");
        copy.change("LakeStream", "FileExtension: .json.gz", "FileExtension: .json");
        String id;
        try (World world = start()) {
            id = world.place("pm_ok");
            world.settle();
            assertThat(world.status(id)).isEqualTo("PAID");
        }
        Path data = folder.resolve("data");
        Lake lake =
                Lake.in(data.resolve("buckets/encargo-dev-lake-000000000000"), "events/day=!{timestamp:yyyy-MM-dd}/");
        assertThat(lake.objects())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object).content().startsWith("{"));
        assertThat(Audit.of(new HostChoice(data)).violations()).isEmpty();
        Answers funnel = Answers.of(lake, "funnel");
        assertThat(funnel.compaction().skipped()).isEmpty();
        assertThat(funnel.all().getFirst().rows()).contains(List.of("paid", 1L, new BigDecimal("100.0")));
        Files.delete(lake.objects().getFirst());
        assertThat(Audit.of(new HostChoice(data)).violations())
                .extracting(Violation::invariant)
                .containsOnly("I11");
    }

    @Test
    @DisplayName("F26: a poison message ends in the dead letters with its cause, and other orders go on")
    void a_poison_message_ends_in_the_dead_letters() throws Exception {
        try (World world = start()) {
            poison(world);
            String id = world.place("pm_ok");
            world.forward(Duration.ofMinutes(10));
            assertThat(world.status(id)).isEqualTo("PAID");
            assertThat(queue(world, "order-facts-dlq").peek(10))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.error()).isNotBlank());
        }
    }

    @Test
    void with_more_receives_allowed_a_poison_message_is_tried_longer() throws Exception {
        copy.change("OrderFacts", "maxReceiveCount: \\d+", "maxReceiveCount: 500");
        try (World world = start()) {
            poison(world);
            world.forward(Duration.ofMinutes(10));
            assertThat(queue(world, "order-facts-dlq").peek(10)).isEmpty();
            assertThat(queue(world, "order-facts").peek(10))
                    .singleElement()
                    .satisfies(message -> assertThat(message.receives()).isGreaterThan(5));
        }
    }

    @Test
    @DisplayName("F32: an event that its target never takes is kept in the target's dead letters")
    void an_event_that_its_target_never_takes_is_kept() throws Exception {
        try (World world = start()) {
            unavailable(world);
            assertThat(queue(world, "undelivered-events").peek(10)).isNotEmpty();
            assertThat(world.host().delivery().bus().dropped()).isZero();
        }
    }

    @Test
    void without_the_targets_dead_letters_such_an_event_is_gone() throws Exception {
        copy.change("OrdersLearnWhatHappened", "(?m)^ +DeadLetterConfig:[^\n]*\n( +Arn:[^\n]*\n)?", "");
        try (World world = start()) {
            unavailable(world);
            assertThat(queue(world, "undelivered-events").peek(10)).isEmpty();
            assertThat(world.host().delivery().bus().dropped()).isPositive();
        }
    }

    @Test
    void without_retries_a_target_that_fails_once_loses_the_event_to_the_dead_letters() throws Exception {
        copy.change("OrdersLearnWhatHappened", "MaximumRetryAttempts: \\d+", "MaximumRetryAttempts: 0");
        try (World world = start()) {
            world.host()
                    .delivery()
                    .bus()
                    .failTarget(queue(world, "order-facts").resource().arn(), 1);
            world.place("pm_ok");
            world.settle();
            assertThat(queue(world, "undelivered-events").peek(10)).hasSize(1);
        }
    }

    @Test
    void a_shorter_limit_in_the_template_ends_the_wait_sooner() throws Exception {
        try (World world =
                World.in(folder.resolve("data"), copy.template(), s -> s.withParameter("PaymentLimit", "900"))) {
            String id = world.place("pm_timeout");
            world.settle();
            world.forward(Duration.ofMinutes(16));
            assertThat(world.status(id)).isEqualTo("REJECTED");
        }
    }

    @Test
    void without_the_limit_of_a_step_its_wait_never_ends() throws Exception {
        copy.changeFile("workflows/fulfil-order.asl.json", "\"TimeoutSeconds\": \\$\\{PaymentLimit\\},", "");
        try (World world = start()) {
            String id = world.place("pm_timeout");
            world.settle();
            world.forward(Duration.ofHours(3));
            assertThat(world.status(id)).isEqualTo("RESERVED");
            assertThat(world.executions(id)).containsExactly("FulfilOrder RUNNING");
        }
    }

    @Test
    void without_the_retries_of_a_step_its_first_failure_ends_the_execution_and_calls_a_person() throws Exception {
        copy.changeFile(
                "workflows/fulfil-order.asl.json",
                "(?s)(\"IssueInvoice\": \\{.*?)\"Retry\": \\[.*?\\],\\s*(\"End\")",
                "$1$2");
        try (World world = start()) {
            world.next("IssueInvoiceFunction", new Mishap.Fails(), 1);
            String id = world.place("pm_ok");
            world.settle();
            world.forward(Duration.ofMinutes(30));
            assertThat(world.executions(id)).containsExactly("FulfilOrder FAILED");
            assertThat(world.order(id).path("attention").asText()).isNotEmpty();
        }
    }

    @Test
    void with_a_shorter_timeout_a_function_whose_party_is_slow_is_stopped() throws Exception {
        copy.change("TakePaymentFunction", "(?m)^      Description:", "      Timeout: 1\n      Description:");
        try (World world = start()) {
            world.outside().next(Operation.TAKE_PAYMENT, new CallFault.Slow(Duration.ofMillis(1_500)), 1);
            world.outside().next(NoticeType.PAYMENT_CAPTURED, new NoticeFault.Dropped(), 1);
            String id = world.place("pm_ok");
            world.settle();
            assertThat(queue(world, "payment-requests").peek(1))
                    .singleElement()
                    .satisfies(message -> assertThat(message.error()).contains("timed out"));
            world.forward(Duration.ofMinutes(2));
            assertThat(world.status(id)).isEqualTo("PAID");
        }
    }

    @Test
    void without_its_redrive_a_queue_lays_nothing_aside() throws Exception {
        copy.change("OrderFacts", "(?s)      RedrivePolicy:\n.*?maxReceiveCount: \\d+\n", "");
        try (World world = start()) {
            poison(world);
            world.forward(Duration.ofMinutes(10));
            assertThat(queue(world, "order-facts-dlq").peek(10)).isEmpty();
            assertThat(queue(world, "order-facts").peek(10))
                    .singleElement()
                    .satisfies(message -> assertThat(message.receives()).isGreaterThan(5));
        }
    }

    @Test
    void without_its_secret_a_function_cannot_know_who_sent_a_notice() throws Exception {
        copy.change("ReceivePaymentNoticeFunction", " *SECRET_PAYMENT_WEBHOOK: .*\n", "");
        try (World world = start()) {
            String id = world.place("pm_ok");
            world.forward(Duration.ofMinutes(5));
            assertThat(world.status(id)).isEqualTo("RESERVED");
        }
    }

    private World start() throws IOException {
        return World.in(folder.resolve("data"), copy.template(), settings -> settings);
    }

    @Test
    void a_handler_that_does_not_exist_is_refused_at_its_line_before_anything_starts() throws Exception {
        copy.change("PlaceOrderFunction", "dev.encargo.orders.function.PlaceOrderFunction", "dev.encargo.Nope");
        assertThatThrownBy(() -> World.in(folder.resolve("data"), copy.template(), settings -> settings))
                .isInstanceOf(TemplateRefused.class)
                .hasMessageContaining("The handler of PlaceOrderFunction does not exist")
                .hasMessageContaining("template.yaml:");
    }

    private static void poison(World world) {
        world.host().database().work(tx -> {
            queue(world, "order-facts").send("{\"not\":\"an event\"}", null).write(tx);
            return true;
        });
    }

    private static void unavailable(World world) throws InterruptedException {
        world.host()
                .delivery()
                .bus()
                .failTarget(queue(world, "order-facts").resource().arn(), 100_000);
        world.place("pm_ok");
        world.settle();
        world.forward(Duration.ofHours(26));
    }

    private static MessageQueue queue(World world, String name) {
        return world.host().queues().byName(name).orElseThrow();
    }
}
