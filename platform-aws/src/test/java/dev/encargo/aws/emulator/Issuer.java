package dev.encargo.aws.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority of our own, which has issued one certificate to a server, made by the JDK's keytool.
public final class Issuer {
    private static final String PASSWORD = "changeit";

    private final KeyStore keys;

    private Issuer(KeyStore keys) {
        this.keys = keys;
    }

    /// Of a server that is known as `host` (`ip:127.0.0.1`).
    public static Issuer of(String host, Path store)
            throws GeneralSecurityException, IOException, InterruptedException {
        keytool(store, "-alias", "issuer", "-dname", "CN=" + store.getFileName(), "-ext", "bc:c");
        keytool(store, "-alias", "server", "-dname", "CN=server", "-ext", "SAN=" + host, "-signer", "issuer");
        return new Issuer(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    }

    private static void keytool(Path store, String... whom) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(whom));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("issuer").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// What a server of its own presents.
    public SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory server = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        server.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(server.getKeyManagers(), null, null);
        return context;
    }

    /// The server, which speaks MongoDB's protocol over TLS alone.
    public MongoServer mongo() throws GeneralSecurityException {
        MongoServer server = new MongoServer(new MemoryBackend());
        Certificate[] chain = keys.getCertificateChain("server");
        server.enableSsl(
                (PrivateKey) keys.getKey("server", PASSWORD.toCharArray()),
                null,
                Arrays.copyOf(chain, chain.length, X509Certificate[].class));
        server.bind();
        return server;
    }
}
