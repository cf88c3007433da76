package dev.encargo.platform.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.FileStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store of files keeps to.
public abstract class FileStoreContract {
    private static final String KEY = "invoices/2026/F-2026-000001.pdf";
    private static final byte[] CONTENT = "%PDF-1.7 ñ".getBytes(StandardCharsets.UTF_8);

    /// The store under test, empty before each test.
    protected abstract FileStore files();

    /// What the bearer of a link gets now; empty when the link does not lead to a file any more.
    protected abstract Optional<byte[]> follow(URI link);

    /// Lets business time pass.
    protected abstract void forward(Duration by);

    @Test
    void gives_back_what_was_put() {
        files().put(KEY, CONTENT, "application/pdf");
        assertThat(files().get(KEY))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(CONTENT));
    }

    @Test
    @DisplayName("F59: the checksum that is returned is the content's SHA-256 in hex")
    void returns_the_checksum() {
        assertThat(files().put(KEY, "abc".getBytes(StandardCharsets.US_ASCII), "text/plain"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(files().put(KEY, new byte[0], "text/plain"))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void replaces_what_the_same_key_had() {
        files().put(KEY, new byte[100_000], "application/pdf");
        files().put(KEY, CONTENT, "application/pdf");
        assertThat(files().get(KEY))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(CONTENT));
    }

    @Test
    void keeps_its_own_copy() {
        byte[] mine = CONTENT.clone();
        files().put(KEY, mine, "application/pdf");
        mine[0] = 'X';
        assertThat(files().get(KEY))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(CONTENT));
    }

    @Test
    void gives_nothing_for_an_unknown_key() {
        assertThat(files().get(KEY)).isEmpty();
        files().put(KEY, CONTENT, "application/pdf");
        assertThat(files().get("invoices/2026")).isEmpty();
        assertThat(files().get(KEY + ".bak")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../secrets.json", "a/../../b", "a b", "naïve", "a\\b", "a\u0000b", "a?b"})
    void refuses_what_is_no_key(String key) {
        assertThatThrownBy(() -> files().put(key, CONTENT, "text/plain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files().get(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files().signedUrl(key, Duration.ofMinutes(1), "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_link_leads_to_the_file_until_it_ends() {
        files().put(KEY, CONTENT, "application/pdf");
        URI link = files().signedUrl(KEY, Duration.ofMinutes(5), "Factura ñ 1.pdf");
        assertThat(follow(link)).hasValueSatisfying(found -> assertThat(found).isEqualTo(CONTENT));
        forward(Duration.ofMinutes(4));
        assertThat(follow(link)).isPresent();
        forward(Duration.ofSeconds(61));
        assertThat(follow(link)).isEmpty();
    }

    @Test
    void a_changed_link_leads_nowhere() {
        files().put(KEY, CONTENT, "application/pdf");
        files().put("invoices/2026/F-2026-000002.pdf", CONTENT, "application/pdf");
        String link = files().signedUrl(KEY, Duration.ofMinutes(5), "a.pdf").toString();
        assertThat(follow(URI.create(link.replace("000001", "000002")))).isEmpty();
    }

    @Test
    void a_link_holds_for_a_second_to_seven_days() {
        for (Duration validity : new Duration[] {
            Duration.ZERO, Duration.ofMillis(999), Duration.ofDays(7).plusSeconds(1)
        }) {
            assertThatThrownBy(() -> files().signedUrl(KEY, validity, "a.pdf"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(files().signedUrl(KEY, Duration.ofDays(7), "a.pdf")).matches(URI::isAbsolute);
    }
}
