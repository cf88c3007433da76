package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.ChoiceRule;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.State;

/// Runs Choice states: the first rule that holds says what is next.
final class ChoiceRunner {
    private ChoiceRunner() {}

    static void run(Turn turn, Frame frame, State.Choice state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        DataFlow data = state.data();
        JsonNode effective = data.effectiveInput(raw);
        Scope scope = raw.withInput(effective);
        for (ChoiceRule rule : state.rules()) {
            if (rule.condition().holds(scope)) {
                turn.finish(frame, state, data.pass(raw, effective, rule.assign(), rule.output()), rule.next());
                return;
            }
        }
        if (state.otherwise() == null) {
            throw new StatesError(
                    StatesError.NO_CHOICE_MATCHED,
                    "Failed to transition out of the state. The state does not point to a next state.");
        }
        turn.finish(frame, state, data.pass(raw, effective, data.assign(), data.output()), state.otherwise());
    }
}
