package dev.encargo.cli.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.OperatedHost;
import dev.encargo.cli.OperatedHost.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("invoices on the command line")
class InvoiceCommandTest {
    @RegisterExtension
    private static final OperatedHost HOST = new OperatedHost();

    @TempDir
    private Path folder;

    private static String paid() {
        return HOST.run("order", "create", "--sample", "--watch", "--json")
                .object()
                .path("orderId")
                .asText();
    }

    private static boolean isPdf(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).startsWith("%PDF-")
                && new String(content, StandardCharsets.ISO_8859_1).strip().endsWith("%%EOF");
    }

    @Test
    void an_invoice_becomes_a_file_named_for_its_number_and_nothing_else() throws Exception {
        String id = paid();
        Said said = HOST.run("invoice", "get", id, "-o", folder.toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("✓ invoice F-", "€53.00", " kB → ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).matches("F-[0-9]{4}-[0-9]{6}\\.pdf");
                assertThat(isPdf(Files.readAllBytes(file))).isTrue();
            });
        }
    }

    @Test
    void standard_output_gets_the_document_alone() {
        Said said = HOST.run("invoice", "get", paid(), "-o", "-");
        assertThat(isPdf(said.bytes())).isTrue();
        assertThat(said.err()).contains("→ standard output");
        Said both = HOST.run("invoice", "get", "ord_00000000000000000000000000", "-o", "-", "--json");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.bytes()).isEmpty();
    }

    @Test
    void a_file_that_holds_something_else_is_written_over_only_by_force() throws Exception {
        String id = paid();
        Path file = Files.writeString(folder.resolve("thesis.pdf"), "the only copy");
        Said refused = HOST.run("invoice", "get", id, "-o", file.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines())
                .startsWith("  ✕ " + file + " is there already, and holds something else.", "    Nothing was written.");
        assertThat(refused.err()).contains("-o " + file + " --force");
        assertThat(file).content().isEqualTo("the only copy");
        assertThat(HOST.run("invoice", "get", id, "-o", file.toString(), "--force")
                        .exitCode())
                .isZero();
        assertThat(isPdf(Files.readAllBytes(file))).isTrue();
        assertThat(HOST.run("invoice", "get", id, "-o", file.toString()).exitCode())
                .as("the same again")
                .isZero();
    }

    @Test
    void a_canceled_order_has_a_credit_note() throws Exception {
        String id = paid();
        assertThat(HOST.run("invoice", "get", id, "--credit-note").err())
                .contains("There is no credit note for this order");
        HOST.run("order", "cancel", id, "--watch");
        Path file = folder.resolve("note.pdf");
        JsonNode note = HOST.run("invoice", "get", id, "--credit-note", "-o", file.toString(), "--json")
                .object();
        assertThat(note.path("kind").asText()).isEqualTo("credit-note");
        assertThat(note.path("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(isPdf(Files.readAllBytes(file))).isTrue();
    }

    @Test
    void what_is_not_issued_not_there_or_not_writable_is_refused() {
        Said placed = HOST.run("order", "create", "--sample", "--payment-method", "pm_timeout", "--json");
        String unpaid = placed.object().path("id").asText();
        Said early = HOST.run("invoice", "get", unpaid);
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("There is no invoice for this order", "as soon as the order is paid");
        Said unknown = HOST.run("invoice", "get", "ord_00000000000000000000000000");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no order ord_00000000000000000000000000");
        Said nowhere = HOST.run(
                "invoice", "get", paid(), "-o", folder.resolve("none/x.pdf").toString());
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err())
                .contains("cannot be written", "There is no folder", "--data " + HOST.folder() + " -o FILE");
    }

    @Test
    void in_Spanish_money_and_sizes_have_their_comma() {
        Said said = HOST.run("invoice", "get", paid(), "-o", folder.toString(), "--lang", "es");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).matches("  ✓ factura F-[0-9-]+   53,00 €   [0-9]+,[0-9] kB → .*\\.pdf\n");
    }
}
