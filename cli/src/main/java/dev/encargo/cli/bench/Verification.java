package dev.encargo.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.store.ReadOnly;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether every accepted order was done once, and nothing else: in the host's file and in the payment provider's
/// books.
final class Verification {
    private final ReadOnly file;
    private final JsonNode ledger;
    private final Set<String> accepted;
    private final List<String> violations = new ArrayList<>();

    /// `ledger` is the payment provider's.
    Verification(ReadOnly file, JsonNode ledger, Set<String> accepted) {
        this.file = file;
        this.ledger = ledger;
        this.accepted = accepted;
    }

    List<String> violations() {
        orders();
        captures();
        invoices();
        mails();
        leftovers();
        return violations;
    }

    private void orders() {
        Set<String> stored = new HashSet<>(
                file.list("SELECT id FROM documents WHERE collection = 'orders'", row -> row.getString(1)));
        expect(
                "accepted orders are stored",
                accepted.stream().filter(stored::contains).count());
        expect("orders exist", stored.size());
        expect(
                "orders are PAID",
                file.count("SELECT count(*) FROM documents WHERE collection = 'orders'"
                        + " AND json_extract(body, '$.order.status') = 'PAID'"));
    }

    private void captures() {
        Set<String> paid = new HashSet<>();
        for (JsonNode payment : ledger.path("payments")) {
            if (payment.path("status").asText().equals("captured")) {
                paid.add(payment.path("orderId").asText());
            }
        }
        expect("payments were asked for", ledger.path("payments").size());
        expect("orders were paid for", accepted.stream().filter(paid::contains).count());
        none(
                "payments were captured twice",
                ledger.path("summary").path("doubleCharged").size());
    }

    private void invoices() {
        List<Integer> numbers = file.list(
                "SELECT json_extract(body, '$.detail.data.number') FROM events WHERE type = 'InvoiceIssued'",
                row -> Integer.parseInt(row.getString(1).replaceFirst(".*-", "")));
        BitSet used = new BitSet();
        numbers.forEach(used::set);
        expect("invoices were issued", numbers.size());
        expect("invoice numbers follow each other from 1", used.nextClearBit(1) - 1);
    }

    private void mails() {
        expect("mails were sent", file.count("SELECT count(*) FROM mails"));
        expect("customers got a mail", file.count("SELECT count(DISTINCT recipient) FROM mails"));
    }

    private void leftovers() {
        file.list(
                        "SELECT queue, count(*) FROM messages GROUP BY queue",
                        row -> row.getLong(2) + " messages are left in " + row.getString(1))
                .forEach(violations::add);
        none("deliveries wait for a retry", file.count("SELECT count(*) FROM deliveries"));
        none("executions did not succeed", file.count("SELECT count(*) FROM executions WHERE status <> 'SUCCEEDED'"));
    }

    private void expect(String what, long found) {
        if (found != accepted.size()) {
            violations.add(found + " " + what + ", of " + accepted.size());
        }
    }

    private void none(String what, long found) {
        if (found != 0) {
            violations.add(found + " " + what);
        }
    }
}
