package dev.encargo.cli.check;

import static dev.encargo.cli.words.Words.say;

import java.util.ArrayList;
import java.util.List;

/// I10: the dead letters are empty, or each says what it died of.
final class DeadLettersExplained implements Invariant {

    static List<Audit.DeadLetter> letters(Evidence evidence) {
        List<Audit.DeadLetter> letters = new ArrayList<>();
        for (String queue : evidence.deadLetters()) {
            letters.addAll(evidence.host()
                    .list(
                            "SELECT id, queue, coalesce(error, '') FROM messages WHERE queue = ? ORDER BY id",
                            row -> new Audit.DeadLetter(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3).strip()),
                            queue));
        }
        return letters;
    }

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        letters(evidence).stream()
                .filter(letter -> letter.cause().isEmpty())
                .forEach(letter -> report.violated(
                        letter.queue() + "/" + letter.id(), say("a dead letter without a cause"), say("its cause")));
    }
}
