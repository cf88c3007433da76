package dev.encargo.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.Machine;

/// What a pattern asks of one field. `position` is its place in the pattern's text; `choice` the outermost `$or` it
/// stands in. Whether a value will do is asked of the matcher itself.
final class Condition {

    /// An `$or`: where it stands in the pattern.
    record Choice(String path, int position) {}

    private final String path;
    private final ArrayNode wanted;
    private final int position;
    private final Optional<Choice> choice;
    private final boolean absenceWillDo;
    private final Machine machine = EventPattern.machine();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();

    Condition(String path, ArrayNode wanted, int position, Optional<Choice> choice) {
        this.path = path;
        this.wanted = wanted;
        this.position = position;
        this.choice = choice;
        this.absenceWillDo = wanted.valueStream().anyMatch(Condition::absent);
        ArrayNode values = Jackson.MAPPER.createArrayNode();
        wanted.valueStream().filter(one -> !absent(one)).forEach(values::add);
        if (!values.isEmpty()) {
            EventPattern.add(
                    machine,
                    "it",
                    Jackson.write(Jackson.MAPPER.createObjectNode().set("v", values)));
        }
    }

    private static boolean absent(JsonNode wanted) {
        return wanted.isObject()
                && wanted.path("exists").isBoolean()
                && !wanted.path("exists").booleanValue();
    }

    boolean accepts(String valueJson) {
        return asked.computeIfAbsent(
                valueJson,
                json -> !machine.isEmpty()
                        && !RuleSet.find(machine, "{\"v\":" + json + "}").isEmpty());
    }

    boolean absenceWillDo() {
        return absenceWillDo;
    }

    String path() {
        return path;
    }

    ArrayNode wanted() {
        return wanted;
    }

    int position() {
        return position;
    }

    Optional<Choice> choice() {
        return choice;
    }
}
