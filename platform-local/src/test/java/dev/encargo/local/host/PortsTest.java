package dev.encargo.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.platform.EventBus;
import dev.encargo.platform.FileStore;
import dev.encargo.platform.Mail;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.Settings;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.Workflows;
import dev.encargo.platform.conformance.ClockContract;
import dev.encargo.platform.conformance.EventBusContract;
import dev.encargo.platform.conformance.FileStoreContract;
import dev.encargo.platform.conformance.MailContract;
import dev.encargo.platform.conformance.Ports;
import dev.encargo.platform.conformance.RequestQueueContract;
import dev.encargo.platform.conformance.SecretsContract;
import dev.encargo.platform.conformance.SettingsContract;
import dev.encargo.platform.conformance.TelemetryContract;
import dev.encargo.platform.conformance.WorkflowsContract;
import dev.encargo.platform.documents.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host's ports, as a function of its template gets them, keep to the contracts; its documents do in
/// `LocalDocumentsTest`.
class PortsTest {
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

    @Test
    void no_port_is_without_its_suite() {
        assertThat(Ports.heldToTheirSuitesBy(PortsTest.class))
                .doesNotContain(Documents.class)
                .containsAll(Ports.all().stream()
                        .filter(port -> port != Documents.class)
                        .toList());
    }

    @Nested
    class Files extends FileStoreContract {
        @Override
        protected FileStore files() {
            return parcels.platform().files();
        }

        @Override
        protected Optional<byte[]> follow(URI link) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<byte[]> answer =
                        http.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
                return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        protected void forward(Duration by) {
            parcels.forward(by);
        }

        @Test
        void of_a_function_without_a_bucket_are_refused_with_file_and_line() throws Exception {
            parcels.host().functions().call("AskFunction", new byte[0]);
            FileStore none = AskFunction.platform.files();
            assertThatThrownBy(() -> none.get("a"))
                    .hasMessageMatching(
                            "AskFunction has no variable FILES_BUCKET in its Environment \\(.*template.yaml:\\d+.*\\)");
        }
    }

    @Nested
    class Queue extends RequestQueueContract {
        @Override
        protected RequestQueue queue() {
            return parcels.platform().queue();
        }

        @Override
        protected List<String> held() {
            return parcels.bodies(QUEUE);
        }
    }

    @Nested
    class Steps extends WorkflowsContract {
        @Override
        protected Workflows workflows() {
            return parcels.platform().workflows();
        }

        @Override
        protected String tokenOf(String name) {
            return questions().stream()
                    .filter(asked -> asked.path("name").asText().equals(name))
                    .map(asked -> asked.path("token").asText())
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        protected List<String> inputs() {
            return questions().stream()
                    .map(asked -> asked.path("input").toString())
                    .toList();
        }

        private List<JsonNode> questions() {
            return parcels.bodies("questions").stream().map(PortsTest::read).toList();
        }
    }

    @Nested
    class Bus extends EventBusContract {
        @Override
        protected EventBus bus() {
            return parcels.platform().bus();
        }

        @Override
        protected List<String> taken() {
            return parcels.rows(
                    "SELECT body FROM events ORDER BY seq",
                    row -> read(row.getString(1)).path("detail").toString());
        }
    }

    @Nested
    class Mails extends MailContract {
        @Override
        protected Mail mail() {
            return parcels.platform().mail();
        }

        @Override
        protected List<Mail.Message> accepted() {
            return parcels.rows(
                    "SELECT id, sender, recipient, subject, text, html FROM mails ORDER BY rowid",
                    row -> new Mail.Message(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
        }

        @Override
        protected boolean dropsRepeats() {
            return true;
        }
    }

    @Nested
    class Seals extends SecretsContract {
        @Override
        protected Secrets secrets() {
            return parcels.platform().secrets();
        }

        @Override
        protected void rotate(List<String> values) {
            try {
                JSON.writeValue(
                        parcels.host().data().resolve("secrets.json").toFile(),
                        Map.of("parcels/dev/" + SECRET, values));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    @Nested
    class Parameters extends SettingsContract {
        @Override
        protected Settings settings() {
            return parcels.platform().settings();
        }
    }

    @Nested
    class Time extends ClockContract {
        @Override
        protected InstantSource clock() {
            return parcels.platform().clock();
        }

        @Override
        protected void forward(Duration by) {
            parcels.forward(by);
        }
    }

    @Nested
    class Log extends TelemetryContract {
        @Override
        protected Telemetry telemetry() {
            return parcels.platform().telemetry();
        }

        @Override
        protected List<String> lines() {
            Path file = parcels.host().data().resolve("logs").resolve("encargo.log");
            try {
                return java.nio.file.Files.readAllLines(file);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        protected long counted(String metric) {
            return parcels.host().counters().sums().getOrDefault(metric, 0L);
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
