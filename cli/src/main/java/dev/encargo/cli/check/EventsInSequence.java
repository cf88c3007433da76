package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// I7: the events of an order and a source are numbered 1 to n, each number one event id; each change of status is
/// one of them, and each document has counted as many as there are.
final class EventsInSequence implements Invariant {
    private static final String COUNTS = """
            SELECT subject, source, count(DISTINCT id), count(DISTINCT number), max(number) FROM (
              SELECT subject, source, id, json_extract(body, '$.detail.sequence') AS number FROM events
              WHERE source LIKE 'encargo.%' AND subject IS NOT NULL)
            GROUP BY subject, source""";
    private static final String COUNTED = """
            SELECT id, collection, coalesce(json_extract(body, '$.order.sequence'), json_extract(body, '$.trail.sequence'),
              json_extract(body, '$.sequence')) FROM documents
            WHERE collection IN ('orders', 'payment', 'stock')""";
    private static final Map<String, String> SOURCES =
            Map.of("orders", "encargo.orders", "payment", "encargo.payments", "stock", "encargo.inventory");

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Map<Stream, Count> counts = new HashMap<>();
        evidence.host()
                .list(
                        COUNTS,
                        row -> new Counted(
                                new Stream(row.getString(1), row.getString(2)),
                                new Count(row.getLong(3), row.getLong(4), row.getLong(5))))
                .forEach(counted -> counts.put(counted.stream, counted.count));
        counts.forEach((stream, count) -> check(evidence, stream, count, report));
        evidence.host()
                .list(
                        COUNTED,
                        row -> new Counted(
                                new Stream(row.getString(1), SOURCES.getOrDefault(row.getString(2), "")),
                                new Count(0, 0, row.getLong(3))))
                .forEach(document ->
                        counted(evidence, document, counts.getOrDefault(document.stream, Count.NONE), report));
        changes(evidence, report);
    }

    private record Stream(String order, String source) {}

    private record Count(long ids, long numbers, long highest) {
        private static final Count NONE = new Count(0, 0, 0);
    }

    private record Counted(Stream stream, Count count) {}

    private static void check(Evidence evidence, Stream stream, Count count, Report report) {
        if (count.ids != count.numbers) {
            report.violated(
                    stream.order,
                    say("event ids of %s: %d, sequence numbers: %d", stream.source, count.ids, count.numbers),
                    say("one id a number"));
        } else if (count.highest != count.numbers && !evidence.underWay(stream.order)) {
            report.violated(
                    stream.order,
                    plural(
                            count.numbers,
                            "%d event of %s up to sequence %d",
                            "%d events of %s up to sequence %d",
                            stream.source,
                            count.highest),
                    say("1 to %d without a gap", count.highest));
        }
    }

    private static void counted(Evidence evidence, Counted document, Count events, Report report) {
        String order = document.stream.order;
        if (document.count.highest != events.highest && !evidence.underWay(order)) {
            report.violated(
                    order,
                    say("events of %s up to sequence %d", document.stream.source, events.highest),
                    say("%d, as its document counted", document.count.highest));
        }
    }

    private record Change(String order, String text) {}

    private static void changes(Evidence evidence, Report report) {
        List<Change> all = evidence.host().list("""
                        SELECT subject, json_extract(body, '$.detail.sequence') || ' ' || json_extract(body, '$.detail.data.from')
                          || ' to ' || json_extract(body, '$.detail.data.to') FROM events WHERE type = 'OrderStatusChanged'""", row -> new Change(row.getString(1), row.getString(2)));
        Set<Change> published = new HashSet<>(all);
        for (OrderSeen order : evidence.settled()) {
            for (OrderSeen.Edge edge : order.history()) {
                String change = edge.sequence() + " " + edge.from() + " to " + edge.to();
                if (!published.contains(new Change(order.id(), change))) {
                    report.violated(
                            order.id(),
                            say("no event of the change %d %s to %s", edge.sequence(), edge.from(), edge.to()),
                            say("one"));
                }
            }
        }
    }
}
