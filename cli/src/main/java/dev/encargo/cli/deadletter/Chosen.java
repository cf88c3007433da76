package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import java.util.List;

/// The letters of a queue that a command means: those named, or all.
final class Chosen {

    private Chosen() {}

    /// @throws Refusal when one that is named is not there
    static List<Letter> of(HostChoice host, String queue, List<String> ids) {
        List<Long> named =
                ids.stream().map(id -> DeadLetterQueues.number(id, host)).toList();
        List<Letter> letters;
        try (ReadOnly rows = host.stored()) {
            letters = DeadLetterQueues.letters(rows, queue);
        }
        for (Long id : named) {
            if (letters.stream().noneMatch(letter -> letter.id() == id)) {
                throw new Refusal(
                        Refusal.FAILED,
                        say("%s holds no %s.", queue, "msg_" + id),
                        say("Nothing was changed."),
                        say("Use:  %s", encargo("dlq show " + queue + host.asGiven())));
            }
        }
        return named.isEmpty()
                ? letters
                : letters.stream().filter(letter -> named.contains(letter.id())).toList();
    }

    static ObjectNode arguments(HostChoice host, String queue, List<String> ids) {
        ObjectNode asked = Json.object().put("queue", queue);
        if (!ids.isEmpty()) {
            ArrayNode numbers = asked.putArray("ids");
            ids.forEach(id -> numbers.add(DeadLetterQueues.number(id, host)));
        }
        return asked;
    }
}
