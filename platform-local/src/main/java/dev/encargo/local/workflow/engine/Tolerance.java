package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.State;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How many failed items a Map state puts up with.
///
/// @param count at most so many, or null
/// @param percentage at most that share of all items, or null
record Tolerance(@Nullable Long count, @Nullable BigDecimal percentage) {

    static Tolerance of(Turn turn, Frame frame, State.Map state) {
        Expression count = state.iteration().toleratedCount();
        Expression percentage = state.iteration().toleratedPercentage();
        if (count == null && percentage == null) {
            return new Tolerance(0L, null);
        }
        Scope scope = MapRunner.effective(turn, frame, state);
        return new Tolerance(
                count == null ? null : Amount.integer(count, "ToleratedFailureCount", scope, 0, Integer.MAX_VALUE),
                percentage == null ? null : Amount.percentage(percentage, "ToleratedFailurePercentage", scope));
    }

    boolean allows(int failed, int all) {
        return (count == null || failed <= count)
                && (percentage == null
                        || BigDecimal.valueOf(100.0 * failed / all).compareTo(percentage) <= 0);
    }
}
