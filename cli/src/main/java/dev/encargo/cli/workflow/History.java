package dev.encargo.cli.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.store.ReadOnly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The history of one execution, read as stays in states. Each event names the one that led to it; that chain tells
/// which stay it belongs to, also when branches run side by side.
final class History {
    private static final String ENTERED = "StateEntered";
    private static final String EXITED = "StateExited";

    private final Map<Long, JsonNode> events = new LinkedHashMap<>();
    private final Map<Long, Stay> stays = new LinkedHashMap<>();

    private static final class Stay {
        private final JsonNode entered;
        private final int depth;
        private @Nullable JsonNode exited;
        private int attempts;
        private final List<String> errors = new ArrayList<>();

        private Stay(JsonNode entered, int depth) {
            this.entered = entered;
            this.depth = depth;
        }
    }

    private History() {}

    static List<Visit> of(ReadOnly rows, long execution) {
        History history = new History();
        rows
                .list(
                        "SELECT events FROM history WHERE execution = ? ORDER BY step",
                        row -> row.getString(1),
                        execution)
                .stream()
                .map(StoredRun::tree)
                .forEach(step -> step.forEach(
                        event -> history.events.put(event.path("id").asLong(), event)));
        history.events.values().forEach(history::add);
        return history.stays.values().stream().map(History::visit).toList();
    }

    private void add(JsonNode event) {
        String type = event.path("type").asText();
        long id = event.path("id").asLong();
        if (type.endsWith(ENTERED)) {
            stays.put(id, new Stay(event, depth(event)));
            return;
        }
        @Nullable Stay stay = stay(event, type.endsWith(EXITED) ? name(event) : null);
        if (stay == null) {
            return;
        }
        if (type.endsWith(EXITED)) {
            stay.exited = event;
        } else if (type.endsWith("Scheduled")) {
            stay.attempts++;
        } else if (type.endsWith("Failed") || type.endsWith("TimedOut")) {
            stay.errors.add(details(event).path("error").asText(type));
        }
    }

    /// The stay that an event belongs to: the nearest before it in its chain; of that state, where a name is given.
    private @Nullable Stay stay(JsonNode event, @Nullable String state) {
        JsonNode at = event;
        while (at != null) {
            if (at.path("type").asText().endsWith(ENTERED) && (state == null || state.equals(name(at)))) {
                return stays.get(at.path("id").asLong());
            }
            at = events.get(at.path("previousEventId").asLong());
        }
        return null;
    }

    private int depth(JsonNode entered) {
        int depth = 0;
        for (JsonNode at = before(entered); at != null; at = before(at)) {
            depth += switch (at.path("type").asText()) {
                case "ParallelStateEntered", "MapStateEntered" -> 1;
                case "ParallelStateExited", "MapStateExited" -> -1;
                default -> 0;
            };
        }
        return Math.max(0, depth);
    }

    private @Nullable JsonNode before(JsonNode event) {
        return events.get(event.path("previousEventId").asLong());
    }

    private static Visit visit(Stay stay) {
        @Nullable JsonNode exited = stay.exited;
        return new Visit(
                stay.depth,
                name(stay.entered),
                stay.entered.path("type").asText().replace(ENTERED, ""),
                time(stay.entered),
                exited == null ? null : time(exited),
                stay.attempts,
                List.copyOf(stay.errors),
                details(stay.entered).path("input").textValue(),
                exited == null ? null : details(exited).path("output").textValue());
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("timestamp").asText());
    }

    private static String name(JsonNode event) {
        return details(event).path("name").asText();
    }

    private static JsonNode details(JsonNode event) {
        Map<String, JsonNode> members = new HashMap<>();
        event.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members.entrySet().stream()
                .filter(member -> member.getKey().endsWith("Details"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(event::deepCopy);
    }
}
