package dev.encargo.aws;

import dev.encargo.aws.call.Authorities;
import dev.encargo.aws.call.Connection;
import dev.encargo.aws.call.Keys;
import dev.encargo.aws.dynamo.DynamoDocuments;
import dev.encargo.aws.mongo.MongoAddress;
import dev.encargo.aws.mongo.MongoDocuments;
import dev.encargo.aws.mongo.MongoStore;
import dev.encargo.aws.ports.Environment;
import dev.encargo.aws.ports.EventBridgeBus;
import dev.encargo.aws.ports.ManagedVersions;
import dev.encargo.aws.ports.ParameterStore;
import dev.encargo.aws.ports.RotatingSecrets;
import dev.encargo.aws.ports.S3Clients;
import dev.encargo.aws.ports.S3Files;
import dev.encargo.aws.ports.SesMail;
import dev.encargo.aws.ports.SqsQueues;
import dev.encargo.aws.ports.SteadyClock;
import dev.encargo.aws.ports.StepFunctions;
import dev.encargo.aws.telemetry.LambdaTelemetry;
import dev.encargo.aws.telemetry.XraySpans;
import dev.encargo.aws.telemetry.XrayTrace;
import dev.encargo.platform.Secrets;
import dev.encargo.platform.documents.Documents;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Puts a platform together from a function's variables. A client is made when it is first used, and once.
///
/// | variable | what it says |
/// |---|---|
/// | `TABLE_NAME` | the table of DynamoDB that holds the documents |
/// | `MONGODB_URI`, `SECRET_DOCUMENTS` | or where MongoDB is that holds them instead, and as whom it is asked |
/// | `MONGODB_CA` | the file with the certificate authorities by which it is known |
/// | `AMAZON_CA` | the file with the few that vouch for AWS, which are read faster than Java's own list |
/// | `BUS_NAME`, `FILES_BUCKET`, `MAIL_CONFIGURATION` | the bus, the bucket, the configuration set of mails |
/// | `QUEUE_…`, `WORKFLOW_…`, `SECRET_…` | a queue's URL, a state machine's ARN, a secret's ARN |
/// | `SETTINGS_PATH`, `STAGE` | the path of the parameters, the stage |
/// | `AWS_…`, `_HANDLER` | what Lambda itself says; `AWS_ENDPOINT_URL` names a stand-in for AWS |
final class Assembly {
    private static final String CREDENTIALS_OF_THE_STORE = "documents";

    private final Environment environment;
    private final Consumer<String> lines;
    private final Connection aws;
    private final InstantSource clock = new SteadyClock(InstantSource.system());
    private final Once<SecretsManagerClient> vault;
    private final Secrets secrets;

    Assembly(Environment environment, Consumer<String> lines) {
        this.environment = environment;
        this.lines = lines;
        this.aws = new Connection(
                Region.of(environment.get("AWS_REGION")),
                Keys.of(environment::get, environment.find("AWS_SESSION_TOKEN").orElse(null)),
                environment.find("AWS_ENDPOINT_URL").map(URI::create).orElse(null),
                environment.find("AMAZON_CA").map(Path::of).orElse(null));
        this.vault = new Once<>(() -> aws.client(SecretsManagerClient.builder()));
        this.secrets = new RotatingSecrets(vault, environment, clock);
    }

    AwsPlatform platform() {
        return new AwsPlatform(
                environment.function(),
                documents(),
                new EventBridgeBus(
                        new Once<>(() -> aws.client(EventBridgeClient.builder())), () -> environment.get("BUS_NAME")),
                new StepFunctions(new Once<>(() -> aws.client(SfnClient.builder())), environment),
                new SqsQueues(new Once<>(() -> aws.client(SqsClient.builder())), environment),
                new S3Files(
                        new Once<>(() -> S3Clients.client(aws)),
                        new Once<>(() -> S3Clients.presigner(aws)),
                        () -> environment.get("FILES_BUCKET")),
                new SesMail(
                        new Once<>(() -> aws.client(SesV2Client.builder())),
                        () -> environment.get("MAIL_CONFIGURATION")),
                secrets,
                new ParameterStore(
                        new Once<>(() -> aws.client(SsmClient.builder())),
                        () -> environment.get("SETTINGS_PATH"),
                        clock),
                clock,
                telemetry(),
                new ManagedVersions(vault));
    }

    private Documents documents() {
        Optional<String> where = environment.find("MONGODB_URI");
        boolean hasSecret = environment.find("SECRET_DOCUMENTS").isPresent();
        if (where.isEmpty() && !hasSecret) {
            return new DynamoDocuments(aws.client(DynamoDbClient.builder()), environment.get("TABLE_NAME"));
        }
        @Nullable
        SSLContext authorities = environment
                .find("MONGODB_CA")
                .map(file -> Authorities.trusting(Path.of(file)))
                .orElse(null);
        return new MongoDocuments(new MongoStore(
                () -> MongoAddress.of(where.orElse(null), hasSecret ? current() : null, authorities),
                () -> MongoAddress.of(where.orElse(null), hasSecret ? currentReadAnew() : null, authorities)));
    }

    /// While the secret rotates, the server does not take the newest value yet.
    private String current() {
        return secrets.live(CREDENTIALS_OF_THE_STORE).getLast();
    }

    private String currentReadAnew() {
        return secrets.reread(CREDENTIALS_OF_THE_STORE).getLast();
    }

    private LambdaTelemetry telemetry() {
        XraySpans spans = new XraySpans(
                environment
                        .find("AWS_XRAY_DAEMON_ADDRESS")
                        .map(XraySpans::address)
                        .orElse(null),
                XrayTrace::current,
                clock);
        return new LambdaTelemetry(
                environment.function(), environment.find("STAGE").orElse("none"), clock, lines, spans);
    }
}
