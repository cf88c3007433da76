package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an expression may look at.
///
/// @param input what `$` means in JSONPath
/// @param context the context object (`$$`, `$states.context`), built only when asked for
/// @param variables workflow variables by name, inner scopes shadowing outer ones
/// @param states the reserved variable `$states` of JSONata, without its context
/// @param chance where random numbers and identifiers come from
/// @param now the moment of the step
public record Scope(
        JsonNode input,
        Supplier<JsonNode> context,
        ObjectNode variables,
        @Nullable ObjectNode states,
        Chance chance,
        Instant now) {

    public Scope withInput(JsonNode other) {
        return new Scope(other, context, variables, states, chance, now);
    }

    public Scope withStates(ObjectNode other) {
        return new Scope(input, context, variables, other, chance, now);
    }
}
