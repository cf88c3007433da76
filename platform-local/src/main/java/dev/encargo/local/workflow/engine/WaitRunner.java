package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.DataFlow;
import dev.encargo.local.workflow.definition.State;
import java.time.Instant;

/// Runs Wait states. A moment that has passed is no wait at all.
final class WaitRunner {
    private static final long MOST_SECONDS = 99_999_999;

    private WaitRunner() {}

    static void run(Turn turn, Frame frame, State.Wait state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        JsonNode effective = state.data().effectiveInput(raw);
        Instant due = due(turn, state, raw.withInput(effective));
        if (!due.isAfter(turn.now)) {
            finish(turn, frame, state);
            return;
        }
        frame.due = due;
        frame.phase = Phase.WAIT;
        Timers.set(turn, frame, Timers.WAIT, due);
    }

    private static Instant due(Turn turn, State.Wait state, Scope scope) {
        Expression seconds = state.seconds();
        if (seconds != null) {
            return turn.now.plusSeconds(Amount.integer(seconds, "Seconds", scope, 0, MOST_SECONDS));
        }
        Expression timestamp = state.timestamp();
        return timestamp == null ? turn.now : Amount.moment(timestamp, "Timestamp", scope);
    }

    static void finish(Turn turn, Frame frame, State.Wait state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.RESULT);
        DataFlow data = state.data();
        DataFlow.Outcome outcome = data.pass(raw, data.effectiveInput(raw), data.assign(), data.output());
        turn.finish(frame, state, outcome, state.next());
    }
}
