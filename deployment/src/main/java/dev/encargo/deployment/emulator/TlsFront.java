package dev.encargo.deployment.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The emulator behind TLS, so that what is measured pays for handshakes as on AWS. Its certificate is made on the
/// spot; who trusts it uses a copy of Java's own list of authorities with this one added, as long as Java's own.
public final class TlsFront implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final Set<String> OURS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI behind;
    private final Path trust;
    private final Certificate certificate;

    private TlsFront(HttpsServer server, URI behind, Path trust, Certificate certificate) {
        this.server = server;
        this.behind = behind;
        this.trust = trust;
        this.certificate = certificate;
    }

    /// Opens a front of what listens at `behind`; certificates are made in `work` by the keytool of `javaHome`.
    public static TlsFront open(URI behind, Path javaHome, Path work) throws IOException {
        Path keys = Files.createDirectories(work).resolve("front.p12");
        Path trust = work.resolve("trust");
        Files.deleteIfExists(keys);
        keytool(
                javaHome,
                work,
                List.of(
                        "-genkeypair",
                        "-alias",
                        "front",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD));
        Files.copy(javaHome.resolve("lib/security/cacerts"), trust, StandardCopyOption.REPLACE_EXISTING);
        try {
            KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
            Certificate certificate = store.getCertificate("front");
            trusting(trust, certificate);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
            TlsFront front = new TlsFront(server, behind, trust, certificate);
            server.setExecutor(front.threads);
            server.createContext("/", front::pass);
            server.start();
            return front;
        } catch (GeneralSecurityException fault) {
            throw new IOException("the front's certificate cannot be used", fault);
        }
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The options of Java that make it trust this front.
    public String javaOptions() {
        return "-Djavax.net.ssl.trustStore=" + trust + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /// What a function is told, so that it asks this front and knows it: those who vouch for AWS, as the image lists
    /// them in `roots`, and this front.
    public Map<String, String> environment(Path roots) throws IOException {
        Path authorities = trust.resolveSibling("authorities.pem");
        Files.writeString(authorities, (Files.exists(roots) ? Files.readString(roots) : "") + pem());
        return Map.of("AWS_ENDPOINT_URL", address().toString(), "AMAZON_CA", authorities.toString());
    }

    private String pem() throws IOException {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException fault) {
            throw new IOException("the front's certificate cannot be written", fault);
        }
    }

    private static void trusting(Path trust, Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(trust.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry("front", certificate);
        try (OutputStream out = Files.newOutputStream(trust)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path javaHome, Path work, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/keytool").toString()));
        command.addAll(arguments);
        Path log = work.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool failed: " + Files.readString(log));
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            behind.resolve(exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            byte[] body = answer.body().readAllBytes();
            answer.headers().map().forEach((name, values) -> {
                if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
