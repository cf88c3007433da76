package dev.encargo.cli.deadletter;

import dev.encargo.cli.Refusal;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The queues of dead letters by name, `-dlq` may be left out.
record DeadLetterQueues(List<String> names) {

    static DeadLetterQueues of(Stack stack) {
        return new DeadLetterQueues(stack.deadLetterQueues().stream()
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
                        "The template has no queue of dead letters " + name + ".",
                        "It has: " + String.join(", ", names) + ".",
                        "Use:  encargo dlq list"));
    }

    static List<Letter> letters(ReadOnly rows, String queue) {
        return rows.list(Letter.SELECT + " WHERE queue = ? ORDER BY id", Letter::read, queue);
    }

    /// The number in `msg_12`, or in `12`.
    static long number(String message) {
        String digits = message.startsWith("msg_") ? message.substring(4) : message;
        if (!digits.matches("\\d{1,18}")) {
            throw new Refusal(
                    Refusal.USAGE,
                    message + " names no message.",
                    "A message is named msg_ and a number.",
                    "Use:  encargo dlq show QUEUE");
        }
        return Long.parseLong(digits);
    }
}
