package dev.encargo.local.bus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.event.ruler.Machine;

/// The rules of one bus, compiled into one machine: an event is looked at once, whatever the number of rules.
/// Immutable, so any number of threads may ask.
public final class RuleSet {

    private final SequencedMap<String, EventPattern> patterns;
    private final Map<String, Integer> order;
    private final Machine machine;

    private RuleSet(SequencedMap<String, EventPattern> patterns, Map<String, Integer> order, Machine machine) {
        this.patterns = patterns;
        this.order = order;
        this.machine = machine;
    }

    /// `patterns` gives each rule's pattern by the rule's id, in the order in which matches are told. Throws
    /// [InvalidEventPattern].
    public static RuleSet of(Map<String, String> patterns) {
        SequencedMap<String, EventPattern> checked = new LinkedHashMap<>();
        Map<String, Integer> order = LinkedHashMap.newLinkedHashMap(patterns.size());
        Machine machine = EventPattern.machine();
        patterns.forEach((rule, json) -> {
            checked.put(rule, EventPattern.of(json));
            order.put(rule, order.size());
            EventPattern.add(machine, rule, json);
        });
        return new RuleSet(checked, order, machine);
    }

    /// The ids of the rules that match, in the set's order. Throws [InvalidEvent] when the text is not a JSON
    /// object.
    public List<String> matches(String eventJson) {
        List<String> found = find(machine, eventJson);
        if (found.size() < 2) {
            return List.copyOf(found);
        }
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(order::get));
        return List.copyOf(sorted);
    }

    /// The patterns by rule id, in the set's order.
    public SequencedMap<String, EventPattern> patterns() {
        return new LinkedHashMap<>(patterns);
    }

    static List<String> find(Machine machine, String eventJson) {
        try {
            return machine.rulesForJSONEvent(eventJson);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new InvalidEvent(
                    String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception undeclared) {
            throw new IllegalStateException("The matcher failed", undeclared);
        }
    }
}
