package dev.encargo.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.cli.check.Violation;
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
    @TempDir
    private Path folder;

    @Test
    void an_order_that_was_done_is_fine() throws Exception {
        assertThat(violations(List.of(), order("ord_1", "PAID"))).isEmpty();
    }

    @Test
    void a_lost_order_is_told() throws Exception {
        assertThat(violations(List.of()))
                .containsExactly(
                        "0 accepted orders are stored, of 1", "0 orders exist, of 1", "0 orders are PAID, of 1");
    }

    @Test
    void an_order_too_many_and_one_that_is_not_paid_are_told() throws Exception {
        assertThat(violations(List.of(), order("ord_1", "RESERVED"), order("ord_2", "RESERVED")))
                .containsExactly("2 orders exist, of 1", "0 orders are PAID, of 1");
    }

    @Test
    void a_message_that_is_left_and_whatever_check_has_found_are_told() throws Exception {
        Violation gap = new Violation("I4", "F-2026", "F-2026-000002", "F-2026-000001");
        assertThat(violations(
                        List.of(gap),
                        order("ord_1", "PAID"),
                        "INSERT INTO messages (queue, body, sent, visible) VALUES ('mail-failed', '{}', 0, 0)"))
                .containsExactly(
                        "1 messages are left in mail-failed", "I4 F-2026: found F-2026-000002, expected F-2026-000001");
    }

    private List<String> violations(List<Violation> audit, String... rows) throws Exception {
        Path file = folder.resolve("encargo.db");
        try (Database database = Database.open(file)) {
            for (String row : rows) {
                database.write(tx -> tx.update(row));
            }
        }
        try (ReadOnly host = ReadOnly.open(file)) {
            return new Verification(host, Set.of("ord_1")).violations(audit);
        }
    }

    private static String order(String id, String status) {
        return "INSERT INTO documents (collection, id, version, revision, body, writer, written) VALUES ('orders', '"
                + id + "', 1, 1, '{\"order\":{\"status\":\"" + status + "\"}}', 'wri', 0)";
    }
}
