package dev.encargo.cli.events;

import static dev.encargo.cli.words.Words.plural;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.cli.words.Words;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One event on one line. A column is as wide as whatever stood in it so far.
final class EventLine {
    private static final int LONGEST_TYPE_OF_ORDERS = "OrderDispatchRecorded".length();

    private final Output output;
    private final Rules rules;
    private final Deeds deeds;
    private final boolean confidential;
    private int types = LONGEST_TYPE_OF_ORDERS;
    private int counts;

    EventLine(Output output, Rules rules, Deeds deeds, boolean confidential) {
        this.output = output;
        this.rules = rules;
        this.deeds = deeds;
        this.confidential = confidential;
    }

    void print(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            types = Math.max(types, event.type().length());
            counts = Math.max(counts, event.rules() == null ? 0 : count(event).length());
        }
        events.forEach(this::print);
    }

    private void print(StoredEvent event) {
        if (output.json()) {
            output.object(object(event));
        } else {
            output.line(text(event));
        }
    }

    private String text(StoredEvent event) {
        return "  %s  %s  %-30s  %s  %s"
                .formatted(
                        Moments.time(event.time()),
                        padded(event.type(), types),
                        event.order() == null ? "" : event.order(),
                        padded(count(event), counts),
                        String.join("  ", done(event)))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /// How many rules it matched, of how many.
    String count(StoredEvent event) {
        return event.rules() == null
                ? say("not handed out yet")
                : plural(
                        rules.listening(event.bus()),
                        "%2$d/%1$d rule",
                        "%2$d/%1$d rules",
                        event.matched().size());
    }

    private List<String> done(StoredEvent event) {
        List<String> done = new ArrayList<>();
        for (Deeds.Deed deed : deeds.of(event)) {
            done.add(deed.rule() + " " + mark(deed) + (deed.error().isEmpty() ? "" : " " + deed.error()));
        }
        return done;
    }

    String mark(Deeds.Deed deed) {
        return switch (deed.outcome()) {
            case DELIVERED -> output.done();
            case RETRYING -> output.waiting();
            case DEAD -> output.failed();
        };
    }

    ObjectNode object(StoredEvent event) {
        return Words.inEnglish(() -> made(event));
    }

    private ObjectNode made(StoredEvent event) {
        ObjectNode node = Json.object();
        node.put("sequence", event.sequence())
                .put("id", event.id())
                .put("time", event.time().toString());
        node.put("bus", event.bus()).put("source", event.source()).put("type", event.type());
        node.put("order", event.order());
        ArrayNode did = node.putArray("rules");
        for (Deeds.Deed deed : deeds.of(event)) {
            did.addObject()
                    .put("rule", deed.rule())
                    .put("target", deed.target())
                    .put("outcome", deed.outcome().name().toLowerCase(Locale.ROOT))
                    .put("error", deed.error().isEmpty() ? null : deed.error());
        }
        node.put("dispatched", event.rules() != null);
        node.set("event", event.json(confidential));
        return node;
    }
}
