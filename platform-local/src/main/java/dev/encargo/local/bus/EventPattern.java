package dev.encargo.local.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/// A pattern that EventBridge accepts. AWS's own matcher compiles it; what EventBridge refuses beyond that is
/// refused by [PatternLimits].
public final class EventPattern {

    private final String json;
    private final Machine machine;

    private EventPattern(String json, Machine machine) {
        this.json = json;
        this.machine = machine;
    }

    /// Throws [InvalidEventPattern].
    public static EventPattern of(String json) {
        PatternLimits.ofText(json);
        Machine machine = machine();
        add(machine, "it", json);
        PatternLimits.ofMachine(machine);
        return new EventPattern(json, machine);
    }

    public String json() {
        return json;
    }

    /// Throws [InvalidEvent] when the text is not a JSON object.
    public boolean matches(String eventJson) {
        return !RuleSet.find(machine, eventJson).isEmpty();
    }

    static Machine machine() {
        return Machine.builder().build();
    }

    static void add(Machine machine, String rule, String json) {
        try {
            machine.addRule(rule, json);
        } catch (JsonProcessingException refused) {
            throw new InvalidEventPattern(problem(json, refused));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text could not be read", impossible);
        } catch (IllegalArgumentException refused) {
            throw new InvalidEventPattern(String.valueOf(refused.getMessage()));
        }
    }

    /// The matcher reads a refused pattern once more by its older grammar, without `$or`; EventBridge tells what
    /// the newer one said.
    private static String problem(String json, JsonProcessingException older) {
        try {
            JsonRuleCompiler.compile(json);
            return Jackson.problem(older);
        } catch (JsonProcessingException newer) {
            return Jackson.problem(newer);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text could not be read", impossible);
        }
    }
}
