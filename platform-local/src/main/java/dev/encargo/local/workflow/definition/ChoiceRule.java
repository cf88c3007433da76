package dev.encargo.local.workflow.definition;

import dev.encargo.local.workflow.data.Expression;
import org.jspecify.annotations.Nullable;

/// A rule of a Choice state.
///
/// @param assign variables to set when the rule matches, or null
/// @param output the state's output when the rule matches, or null for its input (JSONata)
public record ChoiceRule(
        Condition condition,
        String next,
        @Nullable Expression assign,
        @Nullable Expression output) {}
