package dev.encargo.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.aws.AwsPlatform;
import dev.encargo.aws.emulator.Emulator;
import dev.encargo.aws.ports.ManagedVersions;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.effects.Attention;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.WaitingStep;
import dev.encargo.platform.testing.MemoryPlatform;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// A conditional write whose answer is lost is sent again by the SDK, and then meets itself.
class LosingAnswersTest {
    private static final Intent ALERT = Attention.raise("ord_1", "REFUND_PENDING", "the test says so");

    private static final int ATTEMPTS = 3;

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    private final LossyHttp http = new LossyHttp();
    private final MemoryPlatform memory = new MemoryPlatform();
    private Documents documents;
    private DocumentStore<WaitingStep> steps;

    @BeforeEach
    void store() {
        DynamoDbClient dynamo = DynamoDbClient.builder()
                .endpointOverride(AWS.address())
                .region(AWS.connection().region())
                .credentialsProvider(AWS.connection().credentials())
                .httpClient(http)
                .overrideConfiguration(calls -> calls.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build()))
                .build();
        documents = new DynamoDocuments(dynamo, Tables.create(dynamo));
        steps = new DocumentStore<>(
                new AwsPlatform(
                        "TestFunction",
                        documents,
                        memory.bus(),
                        memory.workflows(),
                        memory.queue(),
                        memory.files(),
                        memory.mail(),
                        memory.secrets(),
                        memory.settings(),
                        memory.clock(),
                        memory.telemetry(),
                        new ManagedVersions(() -> AWS.connection().client(SecretsManagerClient.builder()))),
                "steps",
                WaitingStep.class);
    }

    private long written() {
        return steps.change("ord_1", found -> {
            long version = found == null ? 1 : found.version() + 1;
            WaitingStep step = new WaitingStep("token", "execution", Instant.EPOCH, (int) version);
            return Decision.write(step, version, List.of(ALERT), version);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, ATTEMPTS})
    @DisplayName("F13: an insert whose answers were lost is a success, and its effects are performed once")
    void an_insert_whose_answers_were_lost_succeeded(int lost) {
        http.lose(lost);
        assertThat(written()).isEqualTo(1);
        assertThat(memory.sent).hasSize(1);
        assertThat(documents.get("steps", "ord_1").orElseThrow().pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, ATTEMPTS})
    @DisplayName("F13: a replace whose answers were lost is a success, and is not decided again")
    void a_replace_whose_answers_were_lost_succeeded(int lost) {
        written();
        http.lose(lost);
        assertThat(written()).isEqualTo(2);
        assertThat(memory.sent).hasSize(2);
        assertThat(steps.get("ord_1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_write_all_of_whose_answers_were_lost_has_happened_and_says_that_the_store_is_unavailable() {
        http.lose(ATTEMPTS);
        Draft draft = new Draft("a", 1, "{}", List.of(), Instant.EPOCH, List.of(), "wri_1");
        assertThatThrownBy(() -> documents.insert("things", draft)).isInstanceOf(Unavailable.class);
        assertThat(documents.get("things", "a"))
                .hasValueSatisfying(stored -> assertThat(stored.writer()).isEqualTo("wri_1"));
    }

    @Test
    void a_replace_is_one_call_unless_something_waits() {
        documents.insert("things", draft(1));
        http.calls.set(0);
        documents.replace("things", draft(2), 1);
        assertThat(http.calls).hasValue(1);
    }

    private static Draft draft(int version) {
        return new Draft("a", version, "{}", List.of(), Instant.EPOCH, List.of(), "wri_" + version);
    }
}
