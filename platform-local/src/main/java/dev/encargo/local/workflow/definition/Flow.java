package dev.encargo.local.workflow.definition;

import java.util.Map;

/// States that run one after the other: a whole machine, a branch of a Parallel state or the processor of a Map
/// state.
public record Flow(String startAt, Map<String, State> states) {

    public State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("The definition has no state '" + name + "'");
        }
        return state;
    }
}
