package dev.encargo.local.workflow.definition;

import dev.encargo.local.workflow.data.Expression;
import org.jspecify.annotations.Nullable;

/// How a Map state goes over its items.
///
/// @param distributed whether each iteration is an execution of its own
/// @param express whether those executions are Express ones
/// @param items the items, or null for the whole input
/// @param selector what an iteration is given instead of its item, or null
/// @param batching how items are put together, or null for one at a time
/// @param maxConcurrency iterations at a time, or null; 0 means no limit of its own
/// @param toleratedCount failed items that do not fail the state, or null
/// @param toleratedPercentage the share of failed items that does not fail the state, or null
/// @param foreignReader the resource that items would be read from, or null when they are in the input
public record Iteration(
        boolean distributed,
        boolean express,
        @Nullable Expression items,
        @Nullable Expression selector,
        @Nullable Batching batching,
        @Nullable Expression maxConcurrency,
        @Nullable Expression toleratedCount,
        @Nullable Expression toleratedPercentage,
        @Nullable String foreignReader) {

    /// @param maxItems items a batch, or null
    /// @param maxBytes bytes of items a batch, or null
    /// @param input what is merged into every batch, or null
    public record Batching(
            @Nullable Expression maxItems,
            @Nullable Expression maxBytes,
            @Nullable Expression input) {}

    public boolean toleratesFailures() {
        return toleratedCount != null || toleratedPercentage != null;
    }
}
