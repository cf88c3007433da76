package dev.encargo.local.workflow.engine;

import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.State;

/// Runs Succeed states, which end their flow well.
final class SucceedRunner {
    private SucceedRunner() {}

    static void run(Turn turn, Frame frame, State.Succeed state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        DataFlow data = state.data();
        turn.finish(frame, state, data.pass(raw, data.effectiveInput(raw), null, data.output()), null);
    }
}
