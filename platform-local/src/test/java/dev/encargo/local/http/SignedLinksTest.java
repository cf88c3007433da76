package dev.encargo.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.local.http.files.SignedLinks;
import dev.encargo.local.http.files.StoredFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTest {

    static final String KEY = "invoices/2026/F-2026-000001.pdf";

    @TempDir
    Path data;

    final AtomicReference<Instant> now = new AtomicReference<>(Shop.NOON);
    final Map<String, StoredFile> stored =
            Map.of(KEY, new StoredFile("%PDF".getBytes(StandardCharsets.UTF_8), "application/pdf", "ab12"));
    SignedLinks links;
    Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = Gateway.bind(0);
        links = links();
        gateway.open(
                request -> {
                    throw new AssertionError("only files are asked for");
                },
                java.util.List.of(links.mount()));
    }

    SignedLinks links() throws IOException {
        return new SignedLinks(
                data.resolve("links.key"), gateway.uri(), now::get, key -> Optional.ofNullable(stored.get(key)));
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
    }

    Wire.Answer get(String link, String... headers) throws IOException {
        try (Wire wire = new Wire(gateway.port())) {
            String target = link.substring(link.indexOf("/_files"));
            String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            return wire.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n")
                    .read();
        }
    }

    String link() {
        return links.link(KEY, Duration.ofMinutes(5), "Factura nº 1.pdf").toString();
    }

    @Test
    void a_link_gives_the_file_under_its_download_name() throws IOException {
        Wire.Answer answer = get(link());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("%PDF");
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("ETag", "\"ab12\"")
                .containsEntry(
                        "Content-Disposition",
                        "attachment; filename=\"Factura n_ 1.pdf\"; filename*=UTF-8''Factura%20n%C2%BA%201.pdf");
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() throws IOException {
        assertThat(get(link(), "If-None-Match: \"ab12\"").status()).isEqualTo(304);
    }

    @Test
    void a_link_ends_when_business_time_says_so() throws IOException {
        String link = link();
        now.set(Shop.NOON.plus(Duration.ofMinutes(5)).minusSeconds(1));
        assertThat(get(link).status()).isEqualTo(200);
        now.set(Shop.NOON.plus(Duration.ofMinutes(5)));
        assertThat(get(link).kind()).isEqualTo("link-expired");
    }

    @Test
    void a_link_outlives_a_restart() throws IOException {
        assertThat(links().link(KEY, Duration.ofMinutes(5), "a"))
                .isEqualTo(links.link(KEY, Duration.ofMinutes(5), "a"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("links.key"))))
                .isEqualTo("rw-------");
        assertThat(data.toFile().list()).containsExactly("links.key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F-2026-000001>F-2026-000002",
                "expires=1>expires=2",
                "name=F>name=G",
                "signature=>signature=x",
                "&signature>&sig",
                "/invoices/>/..%2Finvoices/",
                "?expires>?expires=1&expires"
            })
    void a_changed_link_is_refused(String change) throws IOException {
        String[] parts = change.split(">");
        String changed = link().replaceFirst(java.util.regex.Pattern.quote(parts[0]), parts[1]);
        assertThat(changed).isNotEqualTo(link());
        Wire.Answer answer = get(changed);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.kind()).isEqualTo("link-invalid");
    }

    @Test
    void a_file_that_is_gone_is_404_only_for_who_has_its_link() throws IOException {
        URI link = links.link("invoices/gone.pdf", Duration.ofMinutes(5), "a.pdf");
        assertThat(get(link.toString()).status()).isEqualTo(404);
        assertThat(get("/_files/invoices/gone.pdf").status()).isEqualTo(403);
        assertThat(get("/_files").status()).isEqualTo(403);
    }

    @Test
    void no_link_is_given_for_what_no_store_holds() {
        assertThatThrownBy(() -> links.link("../etc/passwd", Duration.ofMinutes(5), "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> links.link(KEY, Duration.ofDays(8), "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
