package dev.encargo.aws.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/// Where AWS is and who asks. All clients of one connection share one HTTP client, which belongs to the process and
/// is never closed. `endpoint` is null on AWS itself.
///
/// A call ends before its function does, so that there is time left to say what happened: the shortest function may
/// work for ten seconds.
public final class Connection {
    /// How long a connection may take to be made.
    public static final Duration CONNECT = Duration.ofSeconds(1);

    /// How long a connection may be silent.
    public static final Duration SILENCE = Duration.ofSeconds(2);

    /// How long a call may take with all its attempts.
    public static final Duration CALL = Duration.ofSeconds(4);

    private static final int ATTEMPTS = 3;

    static {
        // else Java reads all that it trusts for every connection, also one that is given another factory
        HttpsURLConnection.setDefaultSSLSocketFactory(Tls.usual());
    }

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final @Nullable URI endpoint;
    private final SdkHttpClient http;

    public Connection(Region region, AwsCredentialsProvider credentials, @Nullable URI endpoint) {
        this(region, credentials, endpoint, null);
    }

    /// `authorities` are those that vouch for AWS, as a PEM file; where there is none, Java's own list is asked.
    public Connection(
            Region region, AwsCredentialsProvider credentials, @Nullable URI endpoint, @Nullable Path authorities) {
        this.region = region;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.http = new LightFirst(over(Tls.light(authorities)), () -> over(Tls.usual()));
    }

    static SdkHttpClient over(SSLSocketFactory tls) {
        return UrlConnectionHttpClient.create(address -> opened(address, tls));
    }

    private static HttpURLConnection opened(URI address, SSLSocketFactory tls) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
            connection.setReadTimeout(Math.toIntExact(SILENCE.toMillis()));
            if (connection instanceof HttpsURLConnection secure) {
                secure.setSSLSocketFactory(tls);
            }
            return connection;
        } catch (IOException fault) {
            throw new UncheckedIOException(address + " is no address of a service", fault);
        }
    }

    public Region region() {
        return region;
    }

    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    public @Nullable URI endpoint() {
        return endpoint;
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(limited(builder.overrideConfiguration()));
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    private static ClientOverrideConfiguration limited(ClientOverrideConfiguration given) {
        return given.toBuilder()
                .apiCallTimeout(CALL)
                .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build())
                .build();
    }
}
