package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.State;

/// Runs Parallel states: all branches get the same input, and their outputs become one array in the order of the
/// branches.
final class ParallelRunner {
    private ParallelRunner() {}

    static void run(Turn turn, Frame frame, State.Parallel state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        JsonNode arguments = state.data().arguments(raw.withInput(state.data().effectiveInput(raw)));
        frame.clearChildren();
        frame.phase = Phase.CHILDREN;
        turn.journal.add(frame, "ParallelStateStarted");
        for (int i = 0; i < state.branches().size(); i++) {
            Frame branch = new Frame(frame, i, false, state.branches().get(i).startAt(), arguments);
            branch.lastEvent = frame.lastEvent;
            frame.children.add(branch);
            turn.ready(branch);
        }
    }

    static void branchEnded(Turn turn, Frame frame, State.Parallel state, Frame branch, JsonNode output) {
        frame.children.remove(branch);
        frame.results.put(branch.index, output);
        if (frame.results.size() < state.branches().size()) {
            return;
        }
        frame.lastEvent = branch.lastEvent;
        turn.journal.add(frame, "ParallelStateSucceeded");
        ArrayNode outputs = Json.array().addAll(frame.results.values());
        Scope raw = turn.scope(frame, state, Turn.Draw.RESULT);
        turn.finish(frame, state, state.data().finish(raw, outputs), state.next());
    }
}
