package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadPreference;
import dev.encargo.aws.call.Authorities;
import dev.encargo.aws.call.Connection;
import dev.encargo.platform.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingMongoTest {

    private static MongoAddress address(String uri) {
        return MongoAddress.of(uri, null, null);
    }

    @Nested
    class WithCredentialsThatWereRotated {
        private final List<String> asked = new ArrayList<>();
        private int read;

        private String ask(int refusals) {
            MongoAddress before = address("mongodb://127.0.0.1:1/before");
            MongoAddress after = address("mongodb://127.0.0.1:1/after");
            try (MongoStore store = new MongoStore(() -> before, () -> {
                read++;
                return after;
            })) {
                return store.ask(documents -> {
                    asked.add(documents.getNamespace().getDatabaseName());
                    if (asked.size() <= refusals) {
                        throw new MongoSecurityException(
                                MongoCredential.createCredential("ana", "admin", new char[0]), "refused");
                    }
                    return asked.getLast();
                });
            }
        }

        @Test
        void reads_them_anew_once_and_asks_again() {
            assertThat(ask(1)).isEqualTo("after");
            assertThat(asked).containsExactly("before", "after");
            assertThat(read).isEqualTo(1);
        }

        @Test
        void is_unavailable_when_the_new_ones_are_refused_too() {
            assertThatThrownBy(() -> ask(9)).isInstanceOf(Unavailable.class);
            assertThat(asked).hasSize(2);
            assertThat(read).isEqualTo(1);
        }

        @Test
        void does_not_read_them_when_they_are_taken() {
            assertThat(ask(0)).isEqualTo("before");
            assertThat(read).isZero();
        }
    }

    @Test
    void what_is_not_there_is_unavailable_in_time() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        MongoAddress nowhere = address("mongodb://127.0.0.1:" + port);
        try (MongoStore store = new MongoStore(() -> nowhere, () -> nowhere)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> new MongoDocuments(store).get("things", "a"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("documents is unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Connection.CALL.plusSeconds(2));
        }
    }

    @Nested
    class Addresses {
        @Test
        void retry_no_writes_and_read_from_the_primary_whatever_the_connection_string_says() {
            MongoClientSettings settings = address("mongodb://cluster:27017/?retryWrites=true&readPreference=secondary")
                    .settings();
            assertThat(settings.getRetryWrites()).isFalse();
            assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
            assertThat(settings.getConnectionPoolSettings().getMaxSize()).isLessThanOrEqualTo(5);
        }

        @Test
        void are_told_by_a_secret_that_is_a_connection_string() {
            MongoAddress atlas = MongoAddress.of(null, "mongodb://ana:pässword@cluster-1/shop", null);
            assertThat(atlas.database()).isEqualTo("shop");
            assertThat(atlas.settings().getCredential()).extracting("userName").isEqualTo("ana");
        }

        @Test
        void take_name_and_password_from_a_secret_that_is_json() {
            MongoAddress address =
                    MongoAddress.of("mongodb://cluster-1/", "{\"username\":\"ana\",\"password\":\"p@:/ß\"}", null);
            assertThat(address.settings().getCredential())
                    .isEqualTo(MongoCredential.createCredential("ana", "admin", "p@:/ß".toCharArray()));
            assertThat(address.where()).isEqualTo(new ConnectionString("mongodb://cluster-1/"));
            assertThat(address.database()).isEqualTo("encargo");
        }

        @Test
        void need_a_place_and_a_whole_credential() {
            assertThatThrownBy(() -> MongoAddress.of(null, "{\"username\":\"a\",\"password\":\"b\"}", null))
                    .hasMessageContaining("MONGODB_URI");
            assertThatThrownBy(() -> MongoAddress.of("mongodb://cluster-1/", "{\"username\":\"a\"}", null))
                    .hasMessageContaining("password")
                    .hasMessageNotContaining("\"a\"");
        }
    }

    @Nested
    class CertificateAuthorities {
        @TempDir
        Path folder;

        @Test
        void are_all_those_of_the_file() throws Exception {
            TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            known.init((KeyStore) null);
            StringBuilder pem = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                byte[] certificate =
                        ((X509TrustManager) known.getTrustManagers()[0]).getAcceptedIssuers()[i].getEncoded();
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(certificate))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            Path file = Files.writeString(folder.resolve("bundle.pem"), pem);
            assertThat(Authorities.keyStore(file).size()).isEqualTo(3);
            assertThat(Authorities.trusting(file).getProtocol()).isEqualTo("TLS");
        }

        @Test
        void are_missed_in_a_file_without_any() throws IOException {
            Path empty = Files.writeString(folder.resolve("empty.pem"), "");
            assertThatThrownBy(() -> Authorities.trusting(empty)).hasMessageContaining("empty.pem");
            assertThatThrownBy(() -> Authorities.trusting(folder.resolve("none.pem")))
                    .hasMessageContaining("none.pem");
        }
    }
}
