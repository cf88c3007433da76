package dev.encargo.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.aws.dynamo.Tables;
import dev.encargo.aws.emulator.Emulator;
import dev.encargo.aws.mongo.MongoServers;
import dev.encargo.aws.ports.Environment;
import dev.encargo.platform.Platform;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.StoredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

class AwsPlatformTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    @RegisterExtension
    static final MongoServers MONGO = new MongoServers();

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void variables() {
        variables.putAll(Map.of(
                "_HANDLER", "dev.encargo.orders.function.PlaceOrderFunction::handleRequest",
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIATEST",
                "AWS_SECRET_ACCESS_KEY", Emulator.SECRET_KEY,
                "AWS_SESSION_TOKEN", "token",
                "AWS_ENDPOINT_URL", AWS.address().toString(),
                "STAGE", "test",
                "SETTINGS_PATH", "/encargo/test-platform",
                "TABLE_NAME", "no-such-table"));
    }

    private Platform platform() {
        return new Assembly(new Environment(variables), lines::add).platform();
    }

    private String table() {
        return Tables.create(AWS.connection().client(DynamoDbClient.builder()));
    }

    private static Draft draft(String body) {
        return new Draft("a", 1, body, List.of(), Instant.EPOCH, List.of(), "wri_1");
    }

    private static String body(Platform platform) {
        return platform.documents().get("things", "a").map(StoredDocument::body).orElseThrow();
    }

    @Test
    void is_the_one_platform_that_a_deployed_function_finds() {
        assertThat(ServiceLoader.load(Platform.class).stream().map(ServiceLoader.Provider::type))
                .hasSize(1)
                .first()
                .isEqualTo(AwsPlatform.class);
    }

    @Test
    void keeps_documents_in_the_table_that_is_named() {
        variables.put("TABLE_NAME", table());
        platform().documents().insert("things", draft("{\"n\":1}"));
        assertThat(body(platform())).isEqualTo("{\"n\":1}");
    }

    @Test
    void keeps_documents_in_mongodb_where_it_is_named() {
        variables.put("MONGODB_URI", MONGO.database());
        platform().documents().insert("things", draft("{\"n\":2}"));
        assertThat(body(platform())).isEqualTo("{\"n\":2}");
    }

    @Test
    void asks_mongodb_as_the_secret_says() {
        String secret = Emulator.fresh("encargo/test/documents");
        AWS.connection()
                .client(SecretsManagerClient.builder())
                .createSecret(request -> request.name(secret).secretString(MONGO.database()));
        variables.put("SECRET_DOCUMENTS", secret);
        platform().documents().insert("others", draft("{\"n\":3}"));
        assertThat(platform().documents().get("others", "a")).isPresent();
    }

    @Test
    void reads_settings_and_secrets_under_the_names_of_contexts() {
        String salt = Emulator.fresh("encargo/test/salt");
        variables.put("SECRET_IDEMPOTENCY_SALT", salt);
        AWS.connection()
                .client(SecretsManagerClient.builder())
                .createSecret(request -> request.name(salt).secretString("s4lt"));
        AWS.connection()
                .client(SsmClient.builder())
                .putParameter(request -> request.name("/encargo/test-platform/tax-rate")
                        .value("0.21")
                        .type(ParameterType.STRING));
        assertThat(platform().secrets().newest("idempotency-salt")).isEqualTo("s4lt");
        assertThat(platform().settings().get("tax-rate")).isEqualTo("0.21");
    }

    @Test
    void misses_what_a_function_was_not_given_only_when_it_is_used() {
        Platform bare = platform();
        assertThat(bare.function()).isEqualTo("PlaceOrderFunction");
        assertThatThrownBy(() -> bare.queue().send("alerts", "{}")).hasMessageContaining("QUEUE_ALERTS");
        assertThatThrownBy(() -> bare.workflows().start("UndoOrder", "ord_1", "{}"))
                .hasMessageContaining("WORKFLOW_UNDO_ORDER");
        assertThatThrownBy(() -> bare.files().get("a.pdf")).hasMessageContaining("FILES_BUCKET");
        variables.remove("TABLE_NAME");
        assertThatThrownBy(this::platform).hasMessageContaining("TABLE_NAME");
    }

    @Test
    void a_store_that_does_not_answer_at_the_start_may_do_so_later() {
        variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        Platform lost = platform();
        Priming.of(lost);
        assertThat(lines).singleElement().asString().contains("WARN", "the store did not answer at the start");
        assertThatThrownBy(() -> lost.documents().get("things", "a")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_function_in_a_process_of_its_own_finds_its_ports_by_its_environment() throws Exception {
        variables.put("TABLE_NAME", table());
        String said = run(DeployedFunction.class);
        assertThat(said)
                .contains(
                        "\"message\":\"PlaceOrderFunction keeps {\\\"n\\\":4}\"",
                        "\"function\":\"PlaceOrderFunction\"");
        assertThat(body(platform())).isEqualTo("{\"n\":4}");
    }

    private String run(Class<?> main) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath(), main.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
    }
}
