package dev.encargo.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.queue.Attributes;
import dev.encargo.local.queue.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DeliveringTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Parcels parcels;

    @BeforeEach
    void start() {
        parcels = Parcels.in(folder);
    }

    @AfterEach
    void stop() {
        parcels.close();
    }

    private void failHeard(int times) {
        parcels.host()
                .delivery()
                .bus()
                .failTarget(parcels.queue("heard").resource().arn(), times);
    }

    private Map<String, String> letter() {
        List<Message> letters = parcels.queue("undelivered").peek(10);
        assertThat(letters).hasSize(1);
        assertThat(read(letters.getFirst().body()).path("detail-type").asText()).startsWith("Parcel");
        return Attributes.read(letters.getFirst().attributes());
    }

    @Test
    void a_target_gets_what_its_input_transformer_makes() {
        parcels.publish("evt_1", "ParcelLeft", "Iñaki \\\"x\\\"");
        assertThat(read(parcels.bodies("heard").getFirst()))
                .isEqualTo(read("{\"parcel\":\"evt_1\",\"for\":\"Iñaki \\\"x\\\"\",\"rule\":\""
                        + ruleName("ParcelsAreHeard") + "\"}"));
    }

    private String ruleName(String id) {
        return parcels.host().stack().rules().get(id).name();
    }

    @Test
    void an_event_that_does_not_fit_its_schema_is_delivered_and_told_in_the_log() throws Exception {
        weighed("evt_1", "{\"grams\":5,\"name\":\"Ana\"}", 1);
        assertThat(misfits()).isEmpty();
        weighed("evt_2", "{\"grams\":\"five\"}", 1);
        weighed("evt_3", "{\"grams\":5,\"name\":\"Ana\"}", 2);
        assertThat(misfits())
                .containsExactly(
                        "evt_2 ParcelWeighed /data/grams (type), /data/name (required)",
                        "evt_3 ParcelWeighed /dataschema (const)");
        assertThat(parcels.rows("SELECT rules FROM events", row -> row.getString(1)))
                .hasSize(3)
                .containsOnly("EverythingLands");
    }

    private void weighed(String id, String data, int version) {
        String detail = "{\"id\":\"" + id + "\",\"source\":\"parcels.depot\",\"type\":\"ParcelWeighed\",\"dataschema\":"
                + "\"urn:encargo:events:ParcelWeighed:" + version + "\",\"data\":" + data + "}";
        parcels.publish(id, "parcels.depot", "ParcelWeighed", detail);
    }

    private List<String> misfits() throws IOException {
        return Files.readAllLines(folder.resolve("data/logs/encargo.log")).stream()
                .map(DeliveringTest::read)
                .filter(line -> line.path("message").asText().equals("an event does not fit its schema"))
                .map(line -> line.path("event").asText() + " "
                        + line.path("type").asText() + " " + line.path("fields").asText())
                .toList();
    }

    @Test
    void the_log_keeps_which_rules_an_event_matched() {
        parcels.publish("evt_1", "ParcelLeft", "a");
        parcels.publish("evt_2", "ParcelUnheard", "a");
        List<String> rules = parcels.rows("SELECT rules FROM events ORDER BY seq", row -> row.getString(1));
        assertThat(rules.getFirst().split(","))
                .containsExactlyInAnyOrder("ParcelsAreHeard", "PartnersHear", "EverythingLands");
        assertThat(rules.getLast()).isEqualTo("EverythingLands");
    }

    @Test
    void a_topic_hands_its_text_to_the_queues_that_subscribed() {
        parcels.publish("evt_1", "ParcelLeft", "ana");
        JsonNode told = read(parcels.bodies("told").getFirst());
        assertThat(told.path("Type").asText()).isEqualTo("Notification");
        assertThat(read(told.path("Message").asText()).path("id").asText()).isEqualTo("evt_1");
    }

    @Nested
    class Retrying {
        @Test
        @DisplayName("F32: a delivery that fails is tried again, and an event that arrives late arrives once")
        void arrives_late_but_once() {
            failHeard(2);
            parcels.publish("evt_1", "ParcelLeft", "ana");
            assertThat(parcels.bodies("heard")).isEmpty();
            parcels.forward(Duration.ofMinutes(1));
            assertThat(parcels.bodies("heard")).hasSize(1);
            parcels.forward(Duration.ofHours(2));
            assertThat(parcels.bodies("heard")).hasSize(1);
            assertThat(parcels.bodies("undelivered")).isEmpty();
        }

        @Test
        @DisplayName("F32: when the attempts are spent the event is in the dead letters, with EventBridge's attributes")
        void spends_its_attempts() {
            failHeard(100);
            parcels.publish("evt_1", "ParcelLeft", "ana");
            parcels.forward(Duration.ofMinutes(10));
            assertThat(letter())
                    .containsEntry("ERROR_CODE", "THROTTLING")
                    .containsEntry("RETRY_ATTEMPTS", "2")
                    .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts")
                    .containsEntry(
                            "TARGET_ARN", parcels.queue("heard").resource().arn())
                    .containsEntry(
                            "RULE_ARN",
                            parcels.host()
                                    .stack()
                                    .rules()
                                    .get("ParcelsAreHeard")
                                    .arn())
                    .containsKey("ERROR_MESSAGE");
            assertThat(parcels.rows("SELECT id FROM deliveries", row -> row.getLong(1)))
                    .isEmpty();
        }

        @Test
        @DisplayName("F32: when the event is too old it is in the dead letters, before its attempts are spent")
        void spends_its_age() {
            failHeard(100);
            parcels.publish("evt_1", "ParcelLost", "ana");
            parcels.forward(Duration.ofSeconds(59));
            assertThat(parcels.bodies("undelivered")).isEmpty();
            parcels.forward(Duration.ofMinutes(5));
            assertThat(letter()).containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds");
        }

        @Test
        @DisplayName("F32: a dead letter can be delivered once more")
        void delivers_a_dead_letter_once_more() {
            failHeard(3);
            parcels.publish("evt_1", "ParcelLeft", "ana");
            parcels.forward(Duration.ofMinutes(10));
            Message dead = parcels.queue("undelivered").peek(1).getFirst();
            assertThat(parcels.host().delivery().bus().redeliver(dead.body(), Attributes.read(dead.attributes())))
                    .isTrue();
            assertThat(read(parcels.bodies("heard").getFirst()).path("parcel").asText())
                    .isEqualTo("evt_1");
        }

        @Test
        void goes_on_after_a_restart() {
            failHeard(1);
            parcels.publish("evt_1", "ParcelLeft", "ana");
            assertThat(parcels.bodies("heard")).isEmpty();
            parcels = parcels.restarted();
            parcels.forward(Duration.ofMinutes(1));
            assertThat(parcels.bodies("heard")).hasSize(1);
        }
    }

    @Nested
    class CallingFunctions {
        @Test
        void calls_with_the_event() {
            parcels.publish("evt_1", "ParcelAsked", "ana");
            assertThat(AskFunction.events).hasSize(1);
            assertThat(read(AskFunction.events.getFirst()).at("/detail/id").asText())
                    .isEqualTo("evt_1");
        }

        @Test
        void tries_twice_again_after_one_and_two_minutes_and_then_tells_the_destination() {
            parcels.platform();
            AskFunction.behaviour = _ -> {
                throw new IOException("the label printer is out of paper");
            };
            parcels.publish("evt_1", "ParcelAsked", "ana");
            assertThat(AskFunction.events).hasSize(1);
            parcels.forward(Duration.ofSeconds(61));
            assertThat(AskFunction.events).hasSize(2);
            parcels.forward(Duration.ofSeconds(121));
            assertThat(AskFunction.events).hasSize(3);
            parcels.forward(Duration.ofHours(1));
            assertThat(AskFunction.events).hasSize(3);
            assertThat(parcels.queue("failures").peek(10))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.error()).contains("out of paper"));
        }
    }

    @Nested
    class Landing {
        private List<String> landed() {
            Path pond = parcels.host().data().resolve("buckets").resolve("pond");
            if (!Files.exists(pond)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(pond)) {
                return files.filter(Files::isRegularFile)
                        .sorted()
                        .flatMap(Landing::lines)
                        .toList();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        private static Stream<String> lines(Path file) {
            try {
                return Files.readAllLines(file).stream();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Test
        @DisplayName("F67: a stream lands when its interval has passed, and nothing lands twice")
        void lands_by_time() {
            parcels.publish("evt_1", "ParcelLeft", "ana");
            parcels.publish("evt_2", "ParcelUnheard", "bea");
            parcels.forward(Duration.ofSeconds(290));
            assertThat(landed()).isEmpty();
            parcels.forward(Duration.ofSeconds(20));
            assertThat(landed())
                    .extracting(line -> read(line).path("id").asText())
                    .containsExactly("evt_1", "evt_2");
            parcels.forward(Duration.ofSeconds(600));
            assertThat(landed()).hasSize(2);
        }

        @Test
        @DisplayName("F67: a stream lands when its buffer is full")
        void lands_by_size() {
            for (int n = 0; n < 22; n++) {
                parcels.publish("evt_" + n, "ParcelUnheard", "x".repeat(50_000));
            }
            assertThat(landed()).hasSizeBetween(20, 22);
        }

        @Test
        @DisplayName("F67: what has not landed at the end lands at the latest then")
        void lands_at_the_end() {
            parcels.publish("evt_1", "ParcelUnheard", "ana");
            parcels.close();
            assertThat(landed()).hasSize(1);
            parcels = Parcels.in(folder);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
