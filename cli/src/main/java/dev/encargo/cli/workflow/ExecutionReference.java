package dev.encargo.cli.workflow;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.running.PartOfId;
import dev.encargo.local.store.ReadOnly;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An execution by what it was named: its name or the order that it is about, or a part of either that no other
/// has. Of an order's executions the newest is meant.
record ExecutionReference(String workflow, String given) {
    private static final String ORDER =
            "coalesce(json_extract(state, '$.input.subject'), json_extract(state, '$.input.orderId'))";

    /// @throws Refusal where none, or more than one, is meant
    StoredRun in(ReadOnly rows, HostChoice host) {
        return newest(rows, "name")
                .or(() -> newest(rows, ORDER))
                .or(() -> byPart(rows, host))
                .orElseThrow(() -> new Refusal(
                        Refusal.FAILED,
                        say("%s has no execution %s.", workflow, given),
                        say("It is neither the name of one nor an order that has one."),
                        say("Use:  %s", runs(host))));
    }

    private String runs(HostChoice host) {
        return encargo("workflow runs --workflow " + workflow + host.asGiven());
    }

    private Optional<StoredRun> newest(ReadOnly rows, String expression) {
        return rows.one(
                StoredRun.SELECT + " WHERE machine = ? AND " + expression + " = ? ORDER BY id DESC LIMIT 1",
                StoredRun::read,
                workflow,
                given);
    }

    private Optional<StoredRun> byPart(ReadOnly rows, HostChoice host) {
        PartOfId part = PartOfId.of("", given)
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("“%s” names no execution.", given),
                        say(
                                "At least %d letters and digits of its name, or of its order's id, are needed.",
                                PartOfId.SHORTEST),
                        say("Use:  %s", runs(host))));
        Map<Long, String> candidates = new HashMap<>(candidates(rows, "name", part));
        PartOfId.of("ord_", given).ifPresent(order -> candidates.putAll(candidates(rows, ORDER, order)));
        if (candidates.size() > 1) {
            throw PartOfId.manifold(
                    say("“%s” is more than one execution of %s.", given, workflow),
                    candidates.values().stream().sorted().toList());
        }
        return candidates.keySet().stream()
                .findFirst()
                .flatMap(id -> rows.one(StoredRun.SELECT + " WHERE id = ?", StoredRun::read, id));
    }

    /// The newest executions of which an expression is like that, with what it is.
    private Map<Long, String> candidates(ReadOnly rows, String expression, PartOfId part) {
        Map<Long, String> found = new HashMap<>();
        List<String> globs = part.globs();
        rows.list(
                "SELECT max(id), %1$s FROM executions WHERE machine = ? AND %2$s GROUP BY 2 LIMIT %3$d"
                        .formatted(expression, PartOfId.condition(expression), PartOfId.ENOUGH),
                row -> found.put(row.getLong(1), row.getString(2)),
                workflow,
                globs.getFirst(),
                globs.getLast());
        return found;
    }
}
