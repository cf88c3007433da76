package dev.encargo.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.local.store.Database;
import dev.encargo.local.store.ReadOnly;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the benchmark's verdict")
class VerificationTest {
    private static final String PAID_TWICE = """
            {"summary": {"doubleCharged": {"ord_1/pay": 2}}, "payments": [{"orderId": "ord_1", "status": "captured"}]}""";
    private static final String PAID = """
            {"summary": {"doubleCharged": {}}, "payments": [{"orderId": "ord_1", "status": "captured"}]}""";

    @TempDir
    private Path folder;

    @Test
    void an_order_that_was_done_once_is_fine() throws Exception {
        assertThat(violations(PAID, order("ord_1", "PAID"), invoice("F-2026-000001"), mail("a")))
                .isEmpty();
    }

    @Test
    void a_lost_order_is_told() throws Exception {
        assertThat(violations(PAID, invoice("F-2026-000001"), mail("a")))
                .contains("0 accepted orders are stored, of 1", "0 orders are PAID, of 1");
    }

    @Test
    void what_happened_twice_is_told() throws Exception {
        assertThat(violations(
                        PAID_TWICE,
                        order("ord_1", "PAID"),
                        order("ord_2", "PAID"),
                        invoice("F-2026-000001"),
                        invoice("F-2026-000002"),
                        mail("a"),
                        mail("b")))
                .containsExactly(
                        "2 orders exist, of 1",
                        "2 orders are PAID, of 1",
                        "1 payments were captured twice",
                        "2 invoices were issued, of 1",
                        "2 invoice numbers follow each other from 1, of 1",
                        "2 mails were sent, of 1",
                        "2 customers got a mail, of 1");
    }

    @Test
    void a_gap_in_the_numbers_and_a_dead_letter_are_told() throws Exception {
        assertThat(violations(
                        PAID,
                        order("ord_1", "PAID"),
                        invoice("F-2026-000002"),
                        mail("a"),
                        "INSERT INTO messages (queue, body, sent, visible) VALUES ('mail-failed', '{}', 0, 0)"))
                .containsExactly(
                        "0 invoice numbers follow each other from 1, of 1", "1 messages are left in mail-failed");
    }

    private List<String> violations(String ledger, String... rows) throws Exception {
        Path file = folder.resolve("encargo.db");
        try (Database database = Database.open(file)) {
            for (String row : rows) {
                database.write(tx -> tx.update(row));
            }
        }
        JsonNode books = new ObjectMapper().readTree(ledger);
        try (ReadOnly host = ReadOnly.open(file)) {
            return new Verification(host, books, Set.of("ord_1")).violations();
        }
    }

    private static String order(String id, String status) {
        return "INSERT INTO documents (collection, id, version, revision, body, writer, written) VALUES ('orders', '"
                + id + "', 1, 1, '{\"order\":{\"status\":\"" + status + "\"}}', 'wri', 0)";
    }

    private static String invoice(String number) {
        return "INSERT INTO events (id, bus, source, type, time, body, rules) VALUES ('" + number
                + "', 'encargo', 'encargo.invoices', 'InvoiceIssued', 0, '{\"detail\":{\"data\":{\"number\":\"" + number
                + "\"}}}', '')";
    }

    private static String mail(String id) {
        return "INSERT INTO mails (id, time, sender, recipient, subject, text, html) VALUES ('" + id + "', 0, 's', '"
                + id + "@example.com', '', '', '')";
    }
}
