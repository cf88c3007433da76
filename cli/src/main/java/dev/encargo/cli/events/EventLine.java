package dev.encargo.cli.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.cli.output.Moments;
import dev.encargo.cli.output.Output;
import dev.encargo.local.workflow.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One event on one line.
final class EventLine {
    private final Output output;
    private final Rules rules;
    private final Deeds deeds;
    private final boolean confidential;

    EventLine(Output output, Rules rules, Deeds deeds, boolean confidential) {
        this.output = output;
        this.rules = rules;
        this.deeds = deeds;
        this.confidential = confidential;
    }

    void print(StoredEvent event) {
        if (output.json()) {
            output.object(object(event));
        } else {
            output.line(text(event));
        }
    }

    String text(StoredEvent event) {
        return "  %s  %-19s %-30s  %s  %s"
                .formatted(
                        Moments.time(event.time()),
                        event.type(),
                        event.order() == null ? "" : event.order(),
                        count(event),
                        String.join("  ", done(event)))
                .stripTrailing();
    }

    /// How many rules it matched, of how many.
    String count(StoredEvent event) {
        return event.rules() == null
                ? "not handed out yet"
                : event.matched().size() + "/" + rules.listening(event.bus()) + " rules";
    }

    List<String> done(StoredEvent event) {
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
