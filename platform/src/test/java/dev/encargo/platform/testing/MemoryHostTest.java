package dev.encargo.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.MailContract;
import dev.encargo.platform.conformance.Ports;
import dev.encargo.platform.conformance.RequestQueueContract;
import dev.encargo.platform.conformance.SecretsContract;
import dev.encargo.platform.conformance.SettingsContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.conformance.TelemetryContract;
import dev.encargo.platform.conformance.WorkflowsContract;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.event.EventMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The stand-in that contexts are tested with keeps to the contracts of the ports, too.
class MemoryHostTest {
    private final MemoryPlatform platform = new MemoryPlatform();

    @Test
    void no_port_is_without_its_suite() {
        assertThat(Ports.heldToTheirSuitesBy(MemoryHostTest.class)).containsExactlyInAnyOrderElementsOf(Ports.all());
    }

    @Nested
    class ItsDocuments extends StoredEffectsContract {
        @Override
        protected Documents documents() {
            return platform.documents;
        }
    }

    @Nested
    class ItsIndexes extends IndexesContract {
        @Override
        protected Documents documents() {
            return platform.documents;
        }

        @Override
        protected void awaitIndexes() {
            // they do not lag
        }
    }

    @Nested
    class ItsFiles extends FileStoreContract {
        @Override
        protected FileStore files() {
            return platform.files();
        }

        @Override
        protected Optional<byte[]> follow(URI link) {
            return platform.follow(link);
        }

        @Override
        protected void forward(Duration by) {
            platform.clock.forward(by);
        }
    }

    @Nested
    class ItsQueue extends RequestQueueContract {
        @Override
        protected RequestQueue queue() {
            return platform.queue();
        }

        @Override
        protected List<String> held() {
            return platform.sent.stream()
                    .filter(sent -> sent.queue().equals(QUEUE))
                    .map(MemoryPlatform.Sent::body)
                    .toList();
        }
    }

    @Nested
    class ItsWorkflows extends WorkflowsContract {
        @Override
        protected Workflows workflows() {
            return platform.workflows();
        }

        @Override
        protected String tokenOf(String name) {
            platform.tokens.add("token-of-" + name);
            return "token-of-" + name;
        }

        @Override
        protected List<String> inputs() {
            return platform.starts.stream().map(MemoryPlatform.Start::input).toList();
        }
    }

    @Nested
    class ItsBus extends EventBusContract {
        @Override
        protected EventBus bus() {
            return platform.bus();
        }

        @Override
        protected List<String> taken() {
            return platform.published.stream().map(EventMessage::detail).toList();
        }
    }

    @Nested
    class ItsMail extends MailContract {
        @Override
        protected Mail mail() {
            return platform.mail();
        }

        @Override
        protected List<Mail.Message> accepted() {
            return platform.mails;
        }

        @Override
        protected boolean dropsRepeats() {
            return true;
        }
    }

    @Nested
    class ItsSecrets extends SecretsContract {
        @BeforeEach
        void seal() {
            rotate(List.of("first-value"));
        }

        @Override
        protected Secrets secrets() {
            return platform.secrets();
        }

        @Override
        protected void rotate(List<String> values) {
            platform.secrets.put(SECRET, values);
        }
    }

    @Nested
    class ItsSettings extends SettingsContract {
        @BeforeEach
        void set() {
            platform.settings.putAll(Map.of(GREETING, GREETING_VALUE, LIMIT, LIMIT_VALUE));
        }

        @Override
        protected Settings settings() {
            return platform.settings();
        }
    }

    @Nested
    class ItsClock extends ClockContract {
        @Override
        protected InstantSource clock() {
            return platform.clock();
        }

        @Override
        protected void forward(Duration by) {
            platform.clock.forward(by);
        }
    }

    @Nested
    class ItsTelemetry extends TelemetryContract {
        @Override
        protected Telemetry telemetry() {
            return platform.telemetry();
        }

        @Override
        protected List<String> lines() {
            return platform.log;
        }

        @Override
        protected long counted(String metric) {
            return platform.counts.getOrDefault(metric, 0L);
        }
    }
}
