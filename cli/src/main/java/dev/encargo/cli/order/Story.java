package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Tells what happens to an order, each thing once: a line with how long it took since the one before, by the
/// host's clock.
final class Story {
    private static final int TIME = 11;

    private final Output output;
    private final Set<String> told = new HashSet<>();
    private Instant before = Instant.MAX;

    Story(Output output) {
        this.output = output;
    }

    /// Begins with the order's arrival, which took this long.
    void received(Placed placed) {
        before = Instant.parse(placed.order().path("createdAt").asText());
        told.add(Milestone.ORDER_PLACED.name());
        ObjectNode line = line(placed.id(), Milestone.ORDER_PLACED.name(), before, placed.answeredIn());
        line.put("replayed", placed.replayed());
        String note = placed.replayed() ? say("it had been placed before: the same request was answered again") : "";
        tell(Milestone.ORDER_PLACED, Moments.lasted(placed.answeredIn()), note, line);
    }

    /// Tells what is new. A fact that still waits for its predecessor is told when it applies.
    void tell(JsonNode timeline) {
        for (JsonNode entry : timeline.path("entries")) {
            if (!entry.path("state").asText().equals("WAITING")) {
                String id = timeline.path("orderId").asText();
                Milestone.of(entry).ifPresent(milestone -> tell(id, milestone, entry));
            }
        }
    }

    private void tell(String orderId, Milestone milestone, JsonNode entry) {
        if (!told.add(name(milestone, entry))) {
            return;
        }
        Instant at = Instant.parse(entry.path("at").asText());
        boolean first = before.equals(Instant.MAX);
        Duration since = first ? Duration.ZERO : Duration.between(before, at);
        before = first || at.isAfter(before) ? at : before;
        ObjectNode line = line(orderId, milestone.name(), at, since);
        line.set("references", entry.path("references"));
        String note = milestone.note(entry.path("references"))
                + aside(entry.path("state").asText());
        String time = first ? "" : Moments.lasted(since);
        tell(milestone, time, first ? Moments.dayAndTime(at) : note, line);
    }

    /// What tells one thing that happened from another.
    private static String name(Milestone milestone, JsonNode entry) {
        return switch (milestone) {
            case ORDER_PLACED -> milestone.name();
            case ATTENTION_RAISED -> milestone + entry.path("at").asText() + entry.path("references");
            default -> milestone + entry.path("eventId").asText();
        };
    }

    private static String aside(String state) {
        return switch (state) {
            case "LATE" -> "   " + say("after the order had ended");
            case "CONFLICTING" -> "   " + say("contradicts what is known");
            default -> "";
        };
    }

    private void tell(Milestone milestone, String time, String note, ObjectNode line) {
        if (output.json()) {
            output.object(line);
            return;
        }
        String words = padded(milestone.words(), noteAt() - time.length()) + time;
        output.line(
                "  %s %s   %s".formatted(milestone.mark(output), words, note).stripTrailing());
    }

    /// How far from its mark the words of a line of the story reach, with the time after them: where notes begin.
    static int noteAt() {
        return wordsWidth() + 1 + TIME;
    }

    /// The longest words and a space.
    private static int wordsWidth() {
        return Arrays.stream(Milestone.values())
                        .mapToInt(each -> each.words().length())
                        .max()
                        .orElse(0)
                + 1;
    }

    static String padded(String words, int width) {
        return words + " ".repeat(Math.max(0, width - words.length()));
    }

    private static ObjectNode line(String orderId, String code, Instant at, Duration since) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("orderId", orderId)
                .put("code", code)
                .put("at", at.toString())
                .put("ms", Math.max(0, since.toMillis()));
    }
}
