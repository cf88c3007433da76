package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.State;

/// Runs Pass states: the result is the one written down, else the arguments.
final class PassRunner {
    private PassRunner() {}

    static void run(Turn turn, Frame frame, State.Pass state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        DataFlow data = state.data();
        if (data.isJsonata()) {
            turn.finish(frame, state, data.pass(raw, raw.input(), data.assign(), data.output()), state.next());
            return;
        }
        JsonNode effective = data.effectiveInput(raw);
        JsonNode arguments = data.arguments(raw.withInput(effective));
        JsonNode result = state.result() == null ? arguments : state.result();
        turn.finish(frame, state, data.finish(raw, result), state.next());
    }
}
