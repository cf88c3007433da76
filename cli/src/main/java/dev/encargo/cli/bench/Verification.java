package dev.encargo.cli.bench;

import static dev.encargo.cli.words.Words.say;

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
        audit.forEach(found -> violations.add(say(
                "%s %s: found %s, expected %s", found.invariant(), found.subject(), found.found(), found.expected())));
        return violations;
    }

    private void orders() {
        Set<String> stored = new HashSet<>(
                file.list("SELECT id FROM documents WHERE collection = 'orders'", row -> row.getString(1)));
        long kept = accepted.stream().filter(stored::contains).count();
        long paid = file.count("SELECT count(*) FROM documents WHERE collection = 'orders'"
                + " AND json_extract(body, '$.order.status') = 'PAID'");
        int all = accepted.size();
        expect(kept, say("%,d accepted orders are stored, of %,d", kept, all));
        expect(stored.size(), say("%,d orders exist, of %,d", stored.size(), all));
        expect(paid, say("%,d orders are PAID, of %,d", paid, all));
    }

    private void leftovers() {
        file.list(
                        "SELECT queue, count(*) FROM messages GROUP BY queue",
                        row -> say("%,d messages are left in %s", row.getLong(2), row.getString(1)))
                .forEach(violations::add);
        long waiting = file.count("SELECT count(*) FROM deliveries");
        long failed = file.count("SELECT count(*) FROM executions WHERE status <> 'SUCCEEDED'");
        none(waiting, say("%,d deliveries wait for a retry", waiting));
        none(failed, say("%,d executions did not succeed", failed));
    }

    private void expect(long found, String otherwise) {
        if (found != accepted.size()) {
            violations.add(otherwise);
        }
    }

    private void none(long found, String otherwise) {
        if (found != 0) {
            violations.add(otherwise);
        }
    }
}
