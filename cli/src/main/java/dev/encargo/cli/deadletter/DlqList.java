package dev.encargo.cli.deadletter;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.LabeledLines;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.output.Table;
import dev.encargo.cli.running.HostChoice;
import dev.encargo.cli.words.Words;
import dev.encargo.local.store.ReadOnly;
import dev.encargo.local.workflow.data.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Queues that hold dead letters, and effects that were given up.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "List the queues that hold dead letters, with the oldest and what most of them died of; and effects of documents "
                        + "that were given up.")
final class DlqList implements Runnable {
    @Option(names = "--all", description = "With queues that hold none.")
    private boolean all;

    @Mixin
    private HostChoice host = new HostChoice();

    @Mixin
    private Output output = new Output();

    /// An effect that was given up after its attempts.
    private record Parked(String document, String effect, int attempts, String error) {}

    @Override
    public void run() {
        DeadLetterQueues queues = DeadLetterQueues.of(host);
        Instant now = host.now();
        Table table = new Table(say("QUEUE"), say("MESSAGES>"), say("OLDEST>"), say("TOP ERROR"));
        try (ReadOnly rows = host.stored()) {
            String fullest = "";
            for (String queue : queues.names()) {
                List<Letter> letters = DeadLetterQueues.letters(rows, queue);
                fullest = letters.isEmpty() || !fullest.isEmpty() ? fullest : queue;
                if (all || !letters.isEmpty()) {
                    add(table, queue, letters, now);
                }
            }
            if (!output.json()) {
                print(table, fullest);
            }
            parked(rows);
        }
    }

    private void add(Table table, String queue, List<Letter> letters, Instant now) {
        Duration oldest = letters.stream()
                .map(letter -> Duration.between(letter.sent(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (output.json()) {
            String top = Words.inEnglish(() -> top(letters));
            output.object(Json.object()
                    .put("queue", queue)
                    .put("messages", letters.size())
                    .put("oldestSeconds", oldest.toSeconds())
                    .put("topError", top.isEmpty() ? null : top));
        } else {
            table.row(queue, letters.size(), letters.isEmpty() ? "" : Moments.lasted(oldest), top(letters));
        }
    }

    /// What most of them died of, and how many.
    private static String top(List<Letter> letters) {
        Map<String, Long> errors =
                letters.stream().collect(Collectors.groupingBy(Letter::briefly, Collectors.counting()));
        return errors.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() + " (" + most.getValue() + ")")
                .orElse("");
    }

    private void print(Table table, String fullest) {
        if (table.isEmpty()) {
            output.line("  " + say("There are no dead letters."));
            return;
        }
        table.print(output);
        if (!fullest.isEmpty()) {
            new LabeledLines()
                    .add(say("Look:"), encargo("dlq show " + fullest + host.asGiven()))
                    .add(say("Redrive:"), encargo("dlq redrive " + fullest + " --dry-run" + host.asGiven()))
                    .print(output, "  ", " ");
        }
    }

    private void parked(ReadOnly rows) {
        List<Parked> parked = rows
                .list(
                        "SELECT collection || '/' || id, pending FROM documents WHERE parked > 0 ORDER BY 1",
                        row -> parked(row.getString(1), row.getString(2)))
                .stream()
                .flatMap(List::stream)
                .toList();
        if (output.json()) {
            parked.forEach(one -> output.object(Json.object()
                    .put("document", one.document)
                    .put("effect", one.effect)
                    .put("attempts", one.attempts)
                    .put("error", one.error)));
        } else if (!parked.isEmpty()) {
            Table table = new Table(say("GIVEN UP IN"), say("EFFECT"), say("ATTEMPTS>"), say("ERROR"));
            parked.forEach(one -> table.row(one.document, one.effect, one.attempts, one.error));
            table.print(output);
        }
    }

    private static List<Parked> parked(String document, String pending) {
        try {
            JsonNode effects = Json.parse(pending);
            return effects.valueStream()
                    .filter(one -> one.path("parked").asBoolean())
                    .map(one -> new Parked(
                            document,
                            one.path("effect")
                                    .path("@type")
                                    .asText(one.path("effect").path("id").asText()),
                            one.path("attempts").asInt(),
                            one.path("error").asText()))
                    .toList();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the effects of " + document + " are damaged", damaged);
        }
    }
}
