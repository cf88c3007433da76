package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.local.store.ReadOnly;
import dev.encargo.notifications.Address;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// I9, from the other side: each event that customers hear of has its mail, where the customer left an address.
/// Which events these are is said here once more, so that a notification that forgets one is found. A dead letter
/// about the event explains why it has none.
final class NewsIsMailed implements Invariant {
    private static final String UNMAILED = """
            SELECT id, subject, type, json_extract(body, '$.detail.private.email') FROM events
            WHERE source LIKE 'encargo.%' AND subject IS NOT NULL AND id NOT IN (SELECT id FROM mails) AND (
              type = 'InvoiceIssued'
              OR (type = 'PaymentRefunded' AND json_extract(body, '$.detail.data.late'))
              OR (type = 'OrderStatusChanged' AND json_extract(body, '$.detail.data.to') IN ('SHIPPED', 'REJECTED', 'CANCELED')))
            GROUP BY id""";
    private static final Pattern EVENT = Pattern.compile("evt_[0-9A-Za-z]+");

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        Set<String> explained = explained(evidence);
        evidence
                .host()
                .list(UNMAILED, row -> new News(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .stream()
                .filter(news -> Address.isUsable(news.address))
                .filter(news -> !evidence.underWay(news.order) && !explained.contains(news.event))
                .forEach(news -> report.violated(
                        news.order, say("no mail about %s %s", news.type, news.event), say("one to the customer")));
    }

    private record News(
            String event,
            String order,
            String type,
            @Nullable String address) {}

    private static Set<String> explained(Evidence evidence) {
        return evidence.deadLetters().stream()
                .flatMap(queue -> bodies(evidence.host(), queue).stream())
                .flatMap(NewsIsMailed::events)
                .collect(Collectors.toSet());
    }

    private static List<String> bodies(ReadOnly host, String queue) {
        return host.list("SELECT body FROM messages WHERE queue = ?", row -> row.getString(1), queue);
    }

    private static Stream<String> events(String body) {
        Matcher found = EVENT.matcher(body);
        return found.results().map(result -> result.group());
    }
}
