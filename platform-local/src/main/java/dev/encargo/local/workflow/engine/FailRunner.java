package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.State;
import org.jspecify.annotations.Nullable;

/// Runs Fail states, which end their flow with an error.
final class FailRunner {
    private FailRunner() {}

    static void run(Turn turn, Frame frame, State.Fail state) {
        Scope scope = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        String error = text(state.error(), "Error", scope);
        String cause = text(state.cause(), "Cause", scope);
        turn.failing.flow(frame, error, cause);
    }

    private static @Nullable String text(@Nullable Expression field, String name, Scope scope) {
        return field == null ? null : Amount.text(field, name, scope);
    }
}
