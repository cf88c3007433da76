package dev.encargo.deployment.emulator;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// A client for each service of the emulator, which refuses no credentials.
public final class Clients implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final URI address;
    public final DynamoDbClient tables;
    public final EventBridgeClient events;
    public final SfnClient workflows;
    public final SqsClient queues;
    public final S3Client files;
    public final SecretsManagerClient secrets;
    public final SsmClient settings;
    public final SesV2Client mail;
    public final SnsClient topics;
    public final FirehoseClient streams;

    public Clients(URI address) {
        this.address = address;
        this.tables = client(DynamoDbClient.builder());
        this.events = client(EventBridgeClient.builder());
        this.workflows = client(SfnClient.builder());
        this.queues = client(SqsClient.builder());
        this.files = client(S3Client.builder().forcePathStyle(true));
        this.secrets = client(SecretsManagerClient.builder());
        this.settings = client(SsmClient.builder());
        this.mail = client(SesV2Client.builder());
        this.topics = client(SnsClient.builder());
        this.streams = client(FirehoseClient.builder());
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
        return builder.endpointOverride(address)
                .region(Region.of(Moto.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
                .httpClient(http)
                .build();
    }

    @Override
    public void close() {
        tables.close();
        events.close();
        workflows.close();
        queues.close();
        files.close();
        secrets.close();
        settings.close();
        mail.close();
        topics.close();
        streams.close();
        http.close();
    }
}
