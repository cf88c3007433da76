package dev.encargo.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.encargo.aws.emulator.Issuer;
import dev.encargo.platform.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

@DisplayName("a first handshake that costs little")
class LightFirstTest {
    @TempDir
    private static Path folder;

    private static Issuer issuer;
    private static Path authorities;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger usual = new AtomicInteger();
    private HttpsServer server;

    @BeforeAll
    static void somebody_vouches_for_the_server() throws Exception {
        issuer = Issuer.of("ip:127.0.0.1", folder.resolve("issuer.p12"));
        authorities = Files.writeString(folder.resolve("issuer.pem"), issuer.pem());
    }

    @AfterEach
    void it_listens_no_more() {
        server.stop(0);
    }

    /// A server that agrees to one way of exchanging keys.
    private URI agreeingTo(String group) throws Exception {
        SSLContext context = issuer.context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setNamedGroups(new String[] {group});
                connection.setSSLParameters(parameters);
            }
        });
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private SdkHttpClient client() {
        return new LightFirst(Connection.over(Tls.light(authorities)), () -> {
            usual.incrementAndGet();
            return Connection.over(Authorities.trusting(authorities).getSocketFactory());
        });
    }

    private static int posted(SdkHttpClient client, URI to, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(to)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Length", String.valueOf(bytes.length))
                .build();
        return client.prepareRequest(HttpExecuteRequest.builder()
                        .request(request)
                        .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                        .build())
                .call()
                .httpResponse()
                .statusCode();
    }

    @Test
    void is_all_that_a_service_needs_which_knows_X25519() throws Exception {
        URI service = agreeingTo("x25519");
        SdkHttpClient client = client();
        assertThat(posted(client, service, "one")).isEqualTo(200);
        assertThat(received).containsExactly("one");
        assertThat(usual).hasValue(0);
    }

    @Test
    void is_given_up_for_good_where_a_service_refuses_it_and_the_request_arrives_once() throws Exception {
        URI service = agreeingTo("secp256r1");
        SdkHttpClient client = client();
        assertThat(posted(client, service, "one")).isEqualTo(200);
        assertThat(posted(client, service, "two")).isEqualTo(200);
        assertThat(received).containsExactly("one", "two");
        assertThat(usual).hasValue(1);
    }

    @Test
    void trusts_nobody_for_whom_neither_the_file_nor_Java_vouches() throws Exception {
        URI service = agreeingTo("x25519");
        Path others = Files.writeString(
                folder.resolve("others.pem"),
                Issuer.of("ip:127.0.0.1", folder.resolve("others.p12")).pem());
        SqsClient client = new Connection(Region.EU_WEST_1, AnonymousCredentialsProvider.create(), service, others)
                .client(SqsClient.builder());
        assertThatThrownBy(() -> new Dependency("queue").ask(client::listQueues))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("unable to find valid certification path");
        assertThat(received).isEmpty();
    }
}
