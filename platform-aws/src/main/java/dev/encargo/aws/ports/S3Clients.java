package dev.encargo.aws.ports;

import dev.encargo.aws.call.Connection;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The clients of S3. What stands in for S3 has one host, not one a bucket.
public final class S3Clients {

    private S3Clients() {}

    public static S3Client client(Connection connection) {
        return connection.client(S3Client.builder().forcePathStyle(connection.endpoint() != null));
    }

    public static S3Presigner presigner(Connection connection) {
        @Nullable URI endpoint = connection.endpoint();
        S3Presigner.Builder builder =
                S3Presigner.builder().region(connection.region()).credentialsProvider(connection.credentials());
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint)
                        .serviceConfiguration(S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                        .build();
    }
}
