package dev.encargo.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class ConnectionTest {
    private static final Dependency QUEUE = new Dependency("queue");

    @Test
    void a_call_with_all_its_attempts_ends_before_the_shortest_function_does() throws IOException {
        String template = Files.readString(
                Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml"));
        Duration shortest = Pattern.compile("(?m)^ {4,6}Timeout: (\\d+)$")
                .matcher(template)
                .results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(Connection.CALL.multipliedBy(2)).isLessThan(shortest);
        assertThat(Connection.CONNECT.plus(Connection.SILENCE)).isLessThan(Connection.CALL);
    }

    @Test
    void what_is_not_there_is_unavailable() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        SqsClient nowhere = at(port);
        assertThatThrownBy(() -> QUEUE.ask(nowhere::listQueues))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("queue is unavailable");
    }

    @Test
    void what_takes_a_connection_and_never_answers_is_unavailable_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            SqsClient client = at(silent.getLocalPort());
            long start = System.nanoTime();
            assertThatThrownBy(() -> QUEUE.ask(client::listQueues)).isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Connection.CALL.plusSeconds(2));
        }
    }

    private static SqsClient at(int port) {
        return new Connection(
                        Region.EU_WEST_1, AnonymousCredentialsProvider.create(), URI.create("http://127.0.0.1:" + port))
                .client(SqsClient.builder());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void a_fault_of_the_service_may_pass(int status) {
        assertThatThrownBy(() -> QUEUE.ask(() -> {
                    throw refusal(status, "InternalError");
                }))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_refusal_does_not_pass() {
        AwsServiceException refused = refusal(403, "AccessDenied");
        assertThatThrownBy(() -> QUEUE.ask(() -> {
                    throw refused;
                }))
                .isSameAs(refused);
    }

    @Test
    void a_refusal_of_an_effect_is_for_whoever_performs_it_again() {
        assertThatThrownBy(() -> QUEUE.perform(() -> {
                    throw refusal(403, "AccessDenied");
                }))
                .isInstanceOf(Unavailable.class);
    }

    private static AwsServiceException refusal(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
