package dev.encargo.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/// A compiled field of a state: a constant, a path, an intrinsic function, a payload template or JSONata.
@FunctionalInterface
public interface Expression {
    /// The field's value.
    ///
    /// @throws StatesError named as the language names what went wrong
    JsonNode evaluate(Scope scope);

    static Expression constant(JsonNode value) {
        return scope -> value;
    }
}
