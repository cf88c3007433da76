package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

/// I9: each mail has its cause, an event, and nobody was told the same twice. The outbox keeps a mail under the id
/// of its cause.
final class OneMailPerCause implements Invariant {

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        evidence.host()
                .list("SELECT id FROM mails WHERE id NOT IN (SELECT id FROM events)", row -> row.getString(1))
                .forEach(mail -> report.violated(mail, say("a mail"), say("an event that caused it")));
        evidence.host()
                .list(
                        "SELECT subject, count(*), group_concat(id, ' ') FROM mails GROUP BY recipient, subject, text HAVING count(*) > 1",
                        row -> new Twice(row.getString(1), row.getLong(2), row.getString(3)))
                .forEach(twice -> report.violated(
                        twice.subject, say("%d mails that say the same: %s", twice.times, twice.ids), "1"));
    }

    private record Twice(String subject, long times, String ids) {}
}
