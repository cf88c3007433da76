package dev.encargo.cli.bench;

import dev.encargo.cli.check.Violation;
import dev.encargo.local.store.ReadOnly;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether every accepted order was done, and nothing is left: what a benchmark asks beyond what `check` verifies.
final class Verification {
    private final ReadOnly file;
    private final Set<String> accepted;
    private final List<String> violations = new ArrayList<>();

    Verification(ReadOnly file, Set<String> accepted) {
        this.file = file;
        this.accepted = accepted;
    }

    /// `audit` is what `check` has found.
    List<String> violations(List<Violation> audit) {
        orders();
        leftovers();
        audit.forEach(found -> violations.add(found.invariant() + " " + found.subject() + ": found " + found.found()
                + ", expected " + found.expected()));
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
