package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.QueueResource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The queues of dead letters by name, `-dlq` may be left out.
record DeadLetterQueues(HostChoice host, List<String> names) {

    static DeadLetterQueues of(HostChoice host) {
        return new DeadLetterQueues(
                host,
                host.stack().deadLetterQueues().stream()
                        .map(QueueResource::name)
                        .sorted()
                        .toList());
    }

    Optional<String> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(one -> one.equals(wanted) || one.equals(wanted + "-dlq"))
                .findFirst();
    }

    /// @throws Refusal (2) where there is none
    String named(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        say("The template has no queue of dead letters %s.", name),
                        say("It has: %s.", String.join(", ", names)),
                        say("Use:  %s", encargo("dlq list" + host.asGiven()))));
    }

    static List<Letter> letters(ReadOnly rows, String queue) {
        return rows.list(Letter.SELECT + " WHERE queue = ? ORDER BY id", Letter::read, queue);
    }

    /// The number in `msg_12`, or in `12`.
    static long number(String message, HostChoice host) {
        String digits = message.startsWith("msg_") ? message.substring(4) : message;
        if (!digits.matches("\\d{1,18}")) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s names no message.", message),
                    say("A message is named msg_ and a number."),
                    say("Use:  %s", encargo("dlq show QUEUE" + host.asGiven())));
        }
        return Long.parseLong(digits);
    }
}
