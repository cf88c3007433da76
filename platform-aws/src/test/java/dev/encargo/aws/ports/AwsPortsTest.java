package dev.encargo.aws.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.aws.telemetry.LambdaTelemetry;
import dev.encargo.aws.telemetry.XraySpans;
import dev.encargo.aws.telemetry.XrayTrace;
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
import dev.encargo.platform.testing.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/// Every port on AWS keeps to its contract, as far as moto is AWS; documents do in `DynamoDocumentsTest` and
/// `MongoDocumentsTest`.
class AwsPortsTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    @Test
    void no_port_is_without_its_suite() {
        assertThat(Ports.heldToTheirSuitesBy(AwsPortsTest.class))
                .doesNotContain(Documents.class)
                .containsAll(Ports.all().stream()
                        .filter(port -> port != Documents.class)
                        .toList());
    }

    private static SqsClient sqs() {
        return AWS.connection().client(SqsClient.builder());
    }

    private static Inbox inbox() {
        SqsClient sqs = sqs();
        return new Inbox(
                sqs,
                sqs.createQueue(request -> request.queueName(Emulator.fresh("queue")))
                        .queueUrl());
    }

    private static String arn(Inbox inbox) {
        return inbox.sqs()
                .getQueueAttributes(
                        request -> request.queueUrl(inbox.url()).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    @Nested
    class ItsBus extends EventBusContract {
        private final EventBridgeClient events = AWS.connection().client(EventBridgeClient.builder());
        private final String name = Emulator.fresh("bus");
        private final Inbox heard = inbox();

        @BeforeEach
        void listen() {
            events.createEventBus(request -> request.name(name));
            events.putRule(request ->
                    request.name("all").eventBusName(name).eventPattern("{\"source\":[{\"prefix\":\"encargo\"}]}"));
            events.putTargets(request -> request.rule("all")
                    .eventBusName(name)
                    .targets(target -> target.id("heard").arn(arn(heard))));
        }

        @Override
        protected EventBus bus() {
            return new EventBridgeBus(() -> events, () -> name);
        }

        @Override
        protected List<String> taken() {
            return heard.bodies().stream().map(Inbox::detail).toList();
        }
    }

    @Nested
    class ItsWorkflows extends WorkflowsContract {
        private static final String ASK_ONCE = """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true, "TimeoutSeconds": 600,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "%s",
                    "MessageBody": {"name.$": "$$.Execution.Name", "token.$": "$$.Task.Token"}}}}}""";

        private final SfnClient machines = AWS.connection().client(SfnClient.builder());
        private final Inbox asked = inbox();
        private String machine = "";

        @BeforeEach
        void define() {
            machine = machines.createStateMachine(request -> request.name(Emulator.fresh(WORKFLOW))
                            .roleArn("arn:aws:iam::123456789012:role/workflow")
                            .definition(ASK_ONCE.formatted(asked.url())))
                    .stateMachineArn();
        }

        @Override
        protected Workflows workflows() {
            return new StepFunctions(() -> machines, new Environment(Map.of("WORKFLOW_ASK_ONCE", machine)));
        }

        @Override
        protected String tokenOf(String name) {
            Map<?, ?> question = asked.next();
            assertThat(question.get("name")).isEqualTo(name);
            return (String) question.get("token");
        }

        @Override
        protected List<String> inputs() {
            return machines.listExecutions(request -> request.stateMachineArn(machine)).executions().stream()
                    .map(execution -> machines.describeExecution(
                                    request -> request.executionArn(execution.executionArn()))
                            .input()
                            .strip())
                    .toList();
        }
    }

    @Nested
    class ItsQueue extends RequestQueueContract {
        private final Inbox inbox = inbox();

        @Override
        protected RequestQueue queue() {
            return new SqsQueues(inbox::sqs, new Environment(Map.of("QUEUE_PARCEL_REQUESTS", inbox.url())));
        }

        @Override
        protected List<String> held() {
            return inbox.bodies();
        }
    }

    @Nested
    class ItsFiles extends FileStoreContract {
        private final S3Client s3 = S3Clients.client(AWS.connection());
        private final S3Presigner presigner = S3Clients.presigner(AWS.connection());
        private final String bucket = Emulator.fresh("files");
        private Duration passed = Duration.ZERO;

        @BeforeEach
        void make() {
            s3.createBucket(request -> request.bucket(bucket));
        }

        @Override
        protected FileStore files() {
            return new S3Files(() -> s3, () -> presigner, () -> bucket);
        }

        @Override
        protected void forward(Duration by) {
            passed = passed.plus(by);
        }

        @Override
        protected Optional<byte[]> follow(URI link) {
            boolean opens = new SignedLink(link, Emulator.SECRET_KEY)
                    .opensAt(Instant.now().plus(passed));
            return opens ? Browser.get(link) : Optional.empty();
        }

        @Test
        void a_file_comes_with_the_checksum_that_s3_is_to_find() {
            String hex = files().put("a.pdf", new byte[] {1, 2, 3}, "application/pdf");
            HeadObjectResponse kept =
                    s3.headObject(request -> request.bucket(bucket).key("a.pdf").checksumMode(ChecksumMode.ENABLED));
            assertThat(Base64.getDecoder().decode(kept.checksumSHA256()))
                    .isEqualTo(HexFormat.of().parseHex(hex));
            assertThat(kept.contentType()).isEqualTo("application/pdf");
        }

        @Test
        void a_link_offers_the_file_under_its_name_in_any_script() {
            URI link = files().signedUrl("a.pdf", Duration.ofMinutes(1), "Factura \"ñ\" 1.pdf");
            assertThat(link.getQuery())
                    .contains("response-content-disposition=attachment; filename=\"Factura ___ 1.pdf\"; ")
                    .contains("filename*=UTF-8''Factura%20%22%C3%B1%22%201.pdf");
        }
    }

    @Nested
    class ItsMail extends MailContract {
        private final Outbox outbox = new Outbox(AWS);

        @Override
        protected Mail mail() {
            return outbox.mail();
        }

        @Override
        protected List<Mail.Message> accepted() {
            return outbox.accepted();
        }

        @Override
        protected boolean dropsRepeats() {
            return false;
        }
    }

    @Nested
    class ItsSecrets extends SecretsContract {
        private final SecretsManagerClient vault = AWS.connection().client(SecretsManagerClient.builder());
        private final String name = Emulator.fresh("encargo/test/parcel-seal");
        private final Secrets secrets = new RotatingSecrets(
                () -> vault, new Environment(Map.of("SECRET_PARCEL_SEAL", name)), InstantSource.system());

        @BeforeEach
        void seal() {
            vault.createSecret(request -> request.name(name).secretString("first-value"));
        }

        @Override
        protected Secrets secrets() {
            return secrets;
        }

        /// As a rotation does it: the new value is pending first, and then becomes the current one.
        @Override
        protected void rotate(List<String> values) {
            if (values.size() == 2) {
                vault.putSecretValue(request ->
                        request.secretId(name).secretString(values.getFirst()).versionStages("AWSPENDING"));
                return;
            }
            String pending = vault.getSecretValue(
                            request -> request.secretId(name).versionStage("AWSPENDING"))
                    .versionId();
            String current =
                    vault.getSecretValue(request -> request.secretId(name)).versionId();
            vault.updateSecretVersionStage(request -> request.secretId(name)
                    .versionStage("AWSCURRENT")
                    .moveToVersionId(pending)
                    .removeFromVersionId(current));
        }
    }

    @Nested
    class ItsSettings extends SettingsContract {
        private final SsmClient ssm = AWS.connection().client(SsmClient.builder());
        private final String path = "/encargo/" + Emulator.fresh("stage");

        @BeforeEach
        void set() {
            put(GREETING, GREETING_VALUE);
            put(LIMIT, LIMIT_VALUE);
            for (int n = 0; n < 25; n++) {
                put("other-" + n, "x");
            }
        }

        private void put(String name, String value) {
            ssm.putParameter(
                    request -> request.name(path + "/" + name).value(value).type(ParameterType.STRING));
        }

        @Override
        protected Settings settings() {
            return new ParameterStore(() -> ssm, () -> path, InstantSource.system());
        }
    }

    @Nested
    class ItsClock extends ClockContract {
        private final MovableClock machine = new MovableClock();
        private final InstantSource clock = new SteadyClock(machine);

        @Override
        protected InstantSource clock() {
            return clock;
        }

        @Override
        protected void forward(Duration by) {
            machine.forward(by);
        }

        @Test
        void stays_where_it_is_while_the_machines_clock_is_behind() {
            Instant before = clock.instant();
            machine.forward(Duration.ofSeconds(-9));
            assertThat(clock.instant()).isEqualTo(before);
            machine.forward(Duration.ofSeconds(10));
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(1));
        }
    }

    @Nested
    class ItsTelemetry extends TelemetryContract {
        private final List<String> written = new ArrayList<>();
        private final Telemetry telemetry = new LambdaTelemetry(
                "TestFunction",
                "test",
                InstantSource.system(),
                written::add,
                new XraySpans(null, XrayTrace::current, InstantSource.system()));

        @Override
        protected Telemetry telemetry() {
            return telemetry;
        }

        @Override
        protected List<String> lines() {
            return written.stream().filter(line -> !line.contains("_aws")).toList();
        }

        @Override
        protected long counted(String metric) {
            return written.stream()
                    .filter(line -> line.contains("_aws"))
                    .map(Inbox::json)
                    .filter(line -> line.containsKey(metric))
                    .mapToLong(line -> ((Number) line.get(metric)).longValue())
                    .sum();
        }
    }
}
