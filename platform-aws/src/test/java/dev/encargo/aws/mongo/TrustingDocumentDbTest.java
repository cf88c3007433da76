package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import dev.encargo.aws.call.Authorities;
import dev.encargo.aws.emulator.Issuer;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.StoredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server over TLS, whose issuer is known from a file that the image's own build has put where it is.
class TrustingDocumentDbTest {
    private static final Path SCRIPT = Path.of(System.getProperty("encargo.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("infrastructure/image/authorities");

    private record Built(int code, String said, Path bundle) {}

    @TempDir
    private static Path folder;

    private static Issuer ours;
    private static Issuer other;
    private static MongoServer server;

    @BeforeAll
    static void it_listens() throws Exception {
        ours = Issuer.of("ip:127.0.0.1", folder.resolve("ours.p12"));
        other = Issuer.of("dns:cluster.example.com", folder.resolve("other.p12"));
        server = ours.mongo();
    }

    @AfterAll
    static void it_listens_no_more() {
        server.shutdownNow();
    }

    private static Built built(String name, String given) throws IOException, InterruptedException {
        Path bundle = folder.resolve(name + "-built.pem");
        Process process = new ProcessBuilder(
                        SCRIPT.toString(),
                        bundle.toString(),
                        Files.writeString(folder.resolve(name + ".pem"), given).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Built(process.waitFor(), said, bundle);
    }

    private static MongoStore store(MongoServer asked, Built built) {
        assertThat(built.code()).as(built.said()).isZero();
        MongoAddress address = MongoAddress.of(
                "mongodb://127.0.0.1:" + asked.getLocalAddress().getPort() + "/encargo?tls=true",
                null,
                Authorities.trusting(built.bundle()));
        return new MongoStore(() -> address, () -> address);
    }

    @Test
    void is_asked_when_its_issuer_is_one_of_the_bundle() throws Exception {
        try (MongoStore store = store(server, built("both", other.pem() + ours.pem()))) {
            MongoDocuments documents = new MongoDocuments(store);
            documents.insert("things", new Draft("a", 1, "{}", List.of(), Instant.EPOCH, List.of(), "wri_1"));
            assertThat(documents.get("things", "a")).map(StoredDocument::body).contains("{}");
        }
    }

    @Test
    void is_not_asked_when_its_issuer_is_another() throws Exception {
        try (MongoStore store = store(server, built("other", other.pem()))) {
            assertThatThrownBy(() -> new MongoDocuments(store).get("things", "a"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("documents is unavailable")
                    .hasMessageContaining("SSLHandshakeException")
                    .hasMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void is_not_asked_when_the_certificate_is_that_of_another_server() throws Exception {
        MongoServer pretender = other.mongo();
        try (MongoStore store = store(pretender, built("pretender", other.pem()))) {
            assertThatThrownBy(() -> new MongoDocuments(store).get("things", "a"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("No subject alternative names");
        } finally {
            pretender.shutdownNow();
        }
    }

    @Test
    void no_image_is_built_with_a_bundle_that_holds_nothing_or_was_cut_off() throws Exception {
        Built page = built("page", "<html>moved</html>");
        assertThat(page.code()).isEqualTo(3);
        assertThat(page.said()).contains("holds no certificate in PEM", "global-bundle.pem");
        assertThat(page.bundle()).doesNotExist();

        Built cut = built("cut", ours.pem() + other.pem().substring(0, 200));
        assertThat(cut.code()).isEqualTo(3);
        assertThat(cut.said()).contains("of the 2 certificates", "1 can be read");
        assertThat(cut.bundle()).doesNotExist();
    }
}
