package dev.encargo.cli.check;

import dev.encargo.local.store.ReadOnly;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the orders that a workflow, a message, an effect, an event or a call is still about. Dead letters are
/// nobody's work.
final class Work {
    private static final Pattern ORDER = Pattern.compile("ord_[0-9A-Za-z]+");

    private final Set<String> orders = new HashSet<>();

    private Work() {}

    static Set<String> orders(ReadOnly host, Set<String> deadLetters) {
        Work work = new Work();
        host.list("SELECT state FROM executions WHERE status = 'RUNNING'", row -> work.of(row.getString(1)));
        host.list(
                "SELECT queue, body FROM messages",
                row -> deadLetters.contains(row.getString(1)) ? 0 : work.of(row.getString(2)));
        host.list("SELECT id || pending FROM documents WHERE due IS NOT NULL", row -> work.of(row.getString(1)));
        host.list(
                "SELECT subject FROM events WHERE rules IS NULL AND subject IS NOT NULL",
                row -> work.of(row.getString(1)));
        host.list(
                "SELECT subject FROM deliveries JOIN events ON events.seq = event WHERE subject IS NOT NULL",
                row -> work.of(row.getString(1)));
        host.list("SELECT payload FROM calls", row -> work.of(row.getString(1)));
        return work.orders;
    }

    private int of(String text) {
        int before = orders.size();
        Matcher found = ORDER.matcher(text);
        while (found.find()) {
            orders.add(found.group());
        }
        return orders.size() - before;
    }
}
