package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import dev.encargo.local.queue.Attributes;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.template.model.QueueResource;
import dev.encargo.local.template.model.RuleResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.local.template.model.TargetResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What the matched rules did with an event: each target has it, waits for a retry, or refused it for good.
final class Deeds {
    private final Stack stack;
    private final ReadOnly rows;
    private final List<String> deadLetters;

    Deeds(Stack stack, ReadOnly rows) {
        this.stack = stack;
        this.rows = rows;
        this.deadLetters =
                stack.deadLetterQueues().stream().map(QueueResource::name).toList();
    }

    enum Outcome {
        DELIVERED,
        RETRYING,
        DEAD
    }

    /// `error` is empty where it was delivered.
    record Deed(String rule, String target, Outcome outcome, String error) {}

    List<Deed> of(StoredEvent event) {
        List<Deed> deeds = new ArrayList<>();
        for (String name : event.matched()) {
            RuleResource rule = stack.rules().get(name);
            if (rule == null) {
                deeds.add(new Deed(name, "", Outcome.DELIVERED, ""));
                continue;
            }
            for (TargetResource target : rule.targets()) {
                deeds.add(deed(event, rule, target));
            }
        }
        return deeds;
    }

    private Deed deed(StoredEvent event, RuleResource rule, TargetResource target) {
        return rows.one(
                        "SELECT attempts, error FROM deliveries WHERE event = ? AND rule = ? AND target = ?",
                        row -> plural(
                                row.getInt(1), "%2$s, tried %1$d time", "%2$s, tried %1$d times", row.getString(2)),
                        event.sequence(),
                        rule.id(),
                        target.id())
                .map(error -> new Deed(rule.id(), target.id(), Outcome.RETRYING, error))
                .orElseGet(() -> buried(event, rule, target));
    }

    private Deed buried(StoredEvent event, RuleResource rule, TargetResource target) {
        for (Map<String, String> letter : letters(event)) {
            if (rule.id().equals(letter.get("ENCARGO_RULE")) && target.id().equals(letter.get("ENCARGO_TARGET"))) {
                return new Deed(
                        rule.id(), target.id(), Outcome.DEAD, letter.getOrDefault("ERROR_CODE", say("refused")));
            }
        }
        return new Deed(rule.id(), target.id(), Outcome.DELIVERED, "");
    }

    private List<Map<String, String>> letters(StoredEvent event) {
        if (deadLetters.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(deadLetters);
        values.add(event.envelopeId());
        return rows.list(
                "SELECT attributes FROM messages WHERE queue IN ("
                        + String.join(", ", Collections.nCopies(deadLetters.size(), "?")) + ") AND instr(body, ?) > 0",
                row -> Attributes.read(row.getString(1)),
                values.toArray());
    }
}
