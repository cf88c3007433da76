package dev.encargo.journeys;

import static dev.encargo.journeys.Trouble.calls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.host.HostSettings;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.Mail;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.event.EventMessage;
import dev.encargo.platform.event.Events;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what is delivered on the local host")
class DeliveryOnTheHostTest {
    private static final String KEYED =
            "{\"customerId\":\"c-1\",\"email\":\"ana@example.com\",\"items\":[{\"sku\":\"TEE-BLK-M\",\"quantity\":2,\"unitPrice\":21.90}]}";

    @TempDir
    private Path folder;

    @Nested
    class Publishing {
        @Test
        @DisplayName("F15: of ten published entries three are not taken: only those three are sent again")
        void only_what_was_not_taken_is_sent_again() throws Exception {
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                Map<String, Integer> sent = new ConcurrentHashMap<>();
                AtomicInteger created = new AtomicInteger();
                world.trouble().instead(calls(EventBus.class, "publish"), Integer.MAX_VALUE, (call, onward) -> {
                    EventMessage event =
                            (EventMessage) ((List<?>) call.arguments().getFirst()).getFirst();
                    int times = sent.merge(event.id(), 1, Integer::sum);
                    boolean first = event.type().equals("OrderCreated") && times == 1;
                    return first && created.incrementAndGet() % 3 == 0 ? List.of(event) : onward.go();
                });
                List<String> orders = IntStream.range(0, 10)
                        .mapToObj(_ -> world.place("pm_timeout"))
                        .toList();
                world.settle();
                Set<String> again = new HashSet<>();
                sent.forEach((id, _) -> {
                    if (world.count("SELECT count(*) FROM events WHERE id = ?", id) == 0) {
                        again.add(id);
                    }
                });
                assertThat(again).hasSize(3);
                world.forward(Duration.ofMinutes(3));
                sent.forEach((id, times) -> assertThat(times).as(id).isEqualTo(again.contains(id) ? 2 : 1));
                assertThat(world.published("OrderCreated")).hasSize(10);
                assertThat(orders)
                        .allSatisfy(order -> assertThat(world.status(order)).isEqualTo("RESERVED"));
                world.forward(Duration.ofHours(1));
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F15: what one write says leaves in sequence, though its second event is not taken")
        void what_one_write_says_leaves_in_sequence() throws Exception {
            TemplateCopy copy = TemplateCopy.in(folder);
            copy.disable("OrdersLearnWhatHappened");
            try (World world = World.in(folder.resolve("data"), copy.template(), HostSettings::relaying)) {
                String order = world.place("pm_ok");
                world.settle();
                int[] changes = {0};
                world.trouble().instead(calls(EventBus.class, "publish"), Integer.MAX_VALUE, (call, onward) -> {
                    EventMessage event =
                            (EventMessage) ((List<?>) call.arguments().getFirst()).getFirst();
                    boolean second = event.type().equals("OrderStatusChanged") && ++changes[0] == 2;
                    return second ? List.of(event) : onward.go();
                });
                assertThat(world.tellWarehouse(order, "dispatch")).isLessThan(300);
                world.settle();
                world.deliver("order-facts", world.facts(order));
                world.settle();
                assertThat(statuses(world)).containsExactly("RESERVED");
                world.forward(Duration.ofMinutes(3));
                assertThat(statuses(world)).containsExactly("RESERVED", "PAID", "SHIPPED");
                Invariants.hold(world);
            }
        }

        private static List<String> statuses(World world) {
            return world.published("OrderStatusChanged").stream()
                    .map(event -> event.at("/data/to").asText())
                    .toList();
        }
    }

    @Nested
    class Repetition {
        @ParameterizedTest
        @ValueSource(ints = {2, 10})
        @DisplayName("F20: every event many times leads to the same as once")
        void every_event_many_times(int times) throws Exception {
            try (World world = World.brisk(folder, HostSettings::relaying)) {
                world.trouble().instead(calls(EventBus.class, "publish"), Integer.MAX_VALUE, (_, onward) -> {
                    for (int i = 1; i < times; i++) {
                        onward.go();
                    }
                    return onward.go();
                });
                String order = world.place("pm_ok");
                world.forward(Duration.ofMinutes(5));
                assertThat(world.status(order)).isEqualTo("PAID");
                world.tellWarehouse(order, "dispatch");
                world.forward(Duration.ofMinutes(5));
                world.tellWarehouse(order, "deliver");
                world.forward(Duration.ofMinutes(5));
                assertThat(world.status(order)).isEqualTo("DELIVERED");
                assertThat(world.executions(order)).hasSize(times).allMatch(e -> e.endsWith("SUCCEEDED"));
                assertThat(world.warehouse().path("shipments")).hasSize(1);
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F20: all events again, once everything is over, change nothing")
        void all_events_again_change_nothing() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                String kept = world.place("pm_ok");
                String canceled = world.place("pm_ok");
                world.settle();
                world.send("POST", "/orders/" + canceled + "/cancel", "");
                world.forward(Duration.ofMinutes(5));
                String before = everything(world, kept, canceled);
                List<JsonNode> all = world.published();
                for (int i = 0; i < 10; i++) {
                    all.forEach(world::publishAgain);
                }
                world.forward(Duration.ofHours(2));
                assertThat(everything(world, kept, canceled)).isEqualTo(before);
                Invariants.hold(world);
            }
        }

        private static String everything(World world, String... orders) {
            return Stream.of(orders)
                            .map(id -> world.order(id) + "\n" + world.payments(id) + "\n")
                            .reduce("", String::concat)
                    + world.warehouse()
                    + world.texts("SELECT id FROM mails ORDER BY id");
        }
    }

    @Nested
    class Order_of_arrival {
        @Test
        @DisplayName("F22: money taken for an order that is not known yet is applied when it is")
        void facts_before_their_order() throws Exception {
            List<String> facts;
            String id;
            try (World world = World.brisk(folder.resolve("first"), settings -> settings)) {
                id = World.read(world.send("POST", "/orders", KEYED, "Idempotency-Key", "k-1")
                                .body())
                        .path("id")
                        .asText();
                world.settle();
                facts = world.facts(id);
            }
            TemplateCopy copy = TemplateCopy.in(folder.resolve("second"));
            copy.disable("CreatedOrdersAreFulfilled");
            Files.createDirectories(folder.resolve("second/data"));
            Files.copy(folder.resolve("first/data/secrets.json"), folder.resolve("second/data/secrets.json"));
            try (World world = World.brisk(folder.resolve("second"), copy, settings -> settings)) {
                world.deliver("order-facts", facts.reversed());
                world.forward(Duration.ofMinutes(2));
                assertThat(world.send("POST", "/orders", KEYED, "Idempotency-Key", "k-1")
                                .body())
                        .contains(id);
                assertThat(world.status(id)).isEqualTo("PENDING");
                world.forward(Duration.ofMinutes(2));
                assertThat(world.status(id)).isEqualTo("PAID");
                assertThat(world.queue("order-facts-dlq").peek(1)).isEmpty();
            }
        }

        @Test
        @DisplayName("F22: a parcel that left before the money came waits, is flagged after 15 minutes, and is applied")
        void a_fact_before_its_predecessor() throws Exception {
            TemplateCopy copy = TemplateCopy.in(folder);
            copy.disable("OrdersLearnWhatHappened");
            try (World world = World.brisk(folder, copy, settings -> settings)) {
                String id = world.place("pm_ok");
                world.settle();
                world.tellWarehouse(id, "dispatch");
                world.settle();
                List<String> facts = world.facts(id);
                world.deliver("order-facts", List.of(facts.getLast()));
                world.settle();
                assertThat(facts.getLast()).contains("ShipmentDispatched");
                assertThat(world.status(id)).isEqualTo("PENDING");
                world.forward(Duration.ofMinutes(21));
                assertThat(world.order(id).path("attention").asText()).isEqualTo("FACT_MISSING");
                world.deliver("order-facts", facts);
                world.settle();
                assertThat(world.status(id)).isEqualTo("SHIPPED");
                assertThat(world.order(id).hasNonNull("attention")).isFalse();
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F92: the facts of thirty orders in any order, each twice, lead to the same orders")
        void facts_in_any_order() throws Exception {
            TemplateCopy copy = TemplateCopy.in(folder);
            copy.disable("OrdersLearnWhatHappened");
            try (World world = World.in(folder.resolve("data"), copy.template(), settings -> settings)) {
                List<String> shipped = IntStream.range(0, 15)
                        .mapToObj(_ -> world.place("pm_ok"))
                        .toList();
                List<String> declined = IntStream.range(0, 15)
                        .mapToObj(_ -> world.place("pm_declined"))
                        .toList();
                world.settle();
                shipped.forEach(id -> world.tellWarehouse(id, "dispatch"));
                world.settle();
                shipped.forEach(id -> world.tellWarehouse(id, "deliver"));
                world.settle();
                List<String> facts = new ArrayList<>();
                Stream.concat(shipped.stream(), declined.stream())
                        .map(world::facts)
                        .forEach(facts::addAll);
                assertThat(facts).hasSize(15 * 6 + 15 * 4);
                facts.addAll(List.copyOf(facts));
                Collections.shuffle(facts, new Random(92));
                for (int from = 0; from < facts.size(); from += 50) {
                    world.deliver("order-facts", facts.subList(from, Math.min(facts.size(), from + 50)));
                    world.settle();
                }
                assertThat(shipped)
                        .allSatisfy(id -> assertThat(world.status(id)).isEqualTo("DELIVERED"));
                assertThat(declined)
                        .allSatisfy(id -> assertThat(world.status(id)).isEqualTo("REJECTED"));
                assertThat(Stream.concat(shipped.stream(), declined.stream()))
                        .noneMatch(id -> world.order(id).hasNonNull("attention"));
                Invariants.hold(world);
            }
        }

        @Test
        @DisplayName("F23: money that is said to be taken after the end is recorded and moves neither order nor goods")
        void a_fact_after_the_end() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                String id = world.place("pm_timeout");
                world.settle();
                world.send("POST", "/orders/" + id + "/cancel", "");
                world.settle();
                assertThat(world.status(id)).isEqualTo("CANCELED");
                int events = world.published().size();
                JsonNode warehouse = world.warehouse();
                EventMessage late = Events.message(
                        "evt_late",
                        new PaymentEvent.PaymentCaptured(new Money(5300, "EUR"), "pay-late"),
                        world.host().clock().instant(),
                        id,
                        9,
                        "00-00000000000000000000000000000001-0000000000000001-01",
                        null);
                world.publishAgain(World.read(late.detail()));
                world.forward(Duration.ofHours(1));
                assertThat(world.status(id)).isEqualTo("CANCELED");
                assertThat(world.published()).as("only the late event").hasSize(events + 1);
                assertThat(world.warehouse()).isEqualTo(warehouse);
                JsonNode timeline = World.read(
                        world.send("GET", "/orders/" + id + "/timeline", "").body());
                assertThat(timeline.path("entries").toString()).contains("evt_late", "LATE");
            }
        }
    }

    @Nested
    class Failure {
        @Test
        @DisplayName("F27: the third message of a batch of ten fails: only it is delivered again")
        void only_the_failed_message_comes_again() throws Exception {
            TemplateCopy copy = TemplateCopy.in(folder);
            copy.disable("OrdersLearnWhatHappened");
            try (World world = World.in(folder.resolve("data"), copy.template(), settings -> settings)) {
                List<String> orders = IntStream.range(0, 10)
                        .mapToObj(_ -> world.place("pm_ok"))
                        .toList();
                world.settle();
                String third = orders.get(2);
                world.trouble()
                        .refuse(
                                call -> writes(call.method())
                                        && draft(call.arguments()).id().equals(third),
                                1);
                long before = world.calls("UpdateOrderStatusFunction");
                world.deliver(
                        "order-facts",
                        orders.stream().map(id -> world.facts(id).getFirst()).toList());
                world.settle();
                assertThat(world.calls("UpdateOrderStatusFunction") - before).isEqualTo(1);
                assertThat(orders)
                        .allSatisfy(id ->
                                assertThat(world.status(id)).isEqualTo(id.equals(third) ? "PENDING" : "RESERVED"));
                assertThat(world.texts("SELECT body FROM messages WHERE queue = 'order-facts'"))
                        .singleElement()
                        .asString()
                        .contains(third);
                world.forward(Duration.ofMinutes(2));
                assertThat(world.calls("UpdateOrderStatusFunction") - before).isEqualTo(2);
                assertThat(world.host().counters().sums().get("facts.learned")).isEqualTo(10);
                assertThat(world.status(third)).isEqualTo("RESERVED");
            }
        }

        private static boolean writes(String method) {
            return method.equals("replace");
        }

        private static Draft draft(List<Object> arguments) {
            return (Draft) arguments.get(1);
        }

        @Test
        @DisplayName("F30: dead letters redriven in parts, and again, lead to the same orders with no second effect")
        void redriven_in_parts_and_again() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.trouble().refuse(calls(Documents.class, "replace", "orders"), 1_000_000);
                world.next("NotifyCustomerFunction", new Mishap.AnswerLost(), 1_000_000);
                List<String> orders = IntStream.range(0, 4)
                        .mapToObj(_ -> world.place("pm_ok"))
                        .toList();
                world.forward(Duration.ofMinutes(10));
                assertThat(orders).allSatisfy(id -> assertThat(world.status(id)).isEqualTo("PENDING"));
                List<Long> letters = ids(world, "order-facts-dlq");
                assertThat(letters).hasSize(world.facts(orders.getFirst()).size() * 4);
                assertThat(ids(world, "customer-mail-dlq")).hasSize(4);
                assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(4);
                world.trouble().heal();
                world.heal();
                List<Long> some = letters.subList(0, 5);
                assertThat(redrive(world, "order-facts", some)).isEqualTo(5);
                world.settle();
                assertThat(redrive(world, "order-facts", letters))
                        .as("those that are left")
                        .isEqualTo(letters.size() - 5);
                assertThat(redrive(world, "order-facts", letters)).isZero();
                redrive(world, "customer-mail", ids(world, "customer-mail-dlq"));
                world.forward(Duration.ofMinutes(10));
                assertThat(orders).allSatisfy(id -> assertThat(world.status(id)).isEqualTo("PAID"));
                assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(4);
                Invariants.hold(world);
            }
        }

        private static List<Long> ids(World world, String queue) {
            return world.queue(queue).peek(100).stream()
                    .map(letter -> letter.id())
                    .toList();
        }

        private static int redrive(World world, String queue, List<Long> ids) {
            return world.queue(queue + "-dlq").redrive(world.queue(queue), ids);
        }

        @Test
        @DisplayName("F65: while the mail fails, nobody else hears of the event again")
        void while_the_mail_fails_nobody_else_hears_again() throws Exception {
            try (World world = World.brisk(folder, settings -> settings)) {
                world.host()
                        .delivery()
                        .bus()
                        .failTarget(world.queue("customer-mail").resource().arn(), 2);
                world.trouble().refuse(calls(Mail.class, "send"), 3);
                String id = world.place("pm_ok");
                world.settle();
                assertThat(world.count("SELECT count(*) FROM mails")).isZero();
                assertThat(world.status(id)).isEqualTo("PAID");
                world.forward(Duration.ofMinutes(6));
                assertThat(world.count("SELECT count(*) FROM mails")).isEqualTo(1);
                assertThat(world.calls("NotifyCustomerFunction")).isEqualTo(4);
                assertThat(world.calls("RequestShipmentFunction")).isEqualTo(1);
                assertThat(world.host().counters().sums().get("facts.learned"))
                        .isEqualTo(world.facts(id).size());
                assertThat(world.published()).doesNotHaveDuplicates();
                Invariants.hold(world);
            }
        }
    }
}
