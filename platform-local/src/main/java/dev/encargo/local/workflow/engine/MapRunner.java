package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.data.StatesError;
import dev.encargo.local.workflow.definition.Iteration;
import dev.encargo.local.workflow.definition.State;
import org.jspecify.annotations.Nullable;

/// Runs Map states: an iteration an item (or a batch of items), some of them at a time, their outputs in the order
/// of the items.
final class MapRunner {
    private static final int INLINE_LIMIT = 40;
    private static final int DISTRIBUTED_LIMIT = 10_000;

    private MapRunner() {}

    static void run(Turn turn, Frame frame, State.Map state) {
        Iteration iteration = state.iteration();
        if (iteration.foreignReader() != null) {
            throw new StatesError(
                    StatesError.ITEM_READER_FAILED,
                    "Items cannot be read from '" + iteration.foreignReader()
                            + "' here: give them in the state's input");
        }
        frame.clearChildren();
        ArrayNode items = MapItems.of(turn, frame, state);
        frame.items = items;
        frame.limit = limit(turn, frame, state);
        Tolerance.of(turn, frame, state);
        frame.phase = Phase.CHILDREN;
        ObjectNode details = Json.object();
        details.put("length", items.size());
        turn.journal.add(frame, "MapStateStarted", "mapStateStartedEventDetails", details);
        if (iteration.distributed()) {
            turn.journal.add(frame, "MapRunStarted", "mapRunStartedEventDetails", runDetails(turn, frame, state));
        }
        startMore(turn, frame, state);
    }

    private static int limit(Turn turn, Frame frame, State.Map state) {
        int most = state.iteration().distributed() ? DISTRIBUTED_LIMIT : INLINE_LIMIT;
        Expression field = state.iteration().maxConcurrency();
        if (field == null) {
            return most;
        }
        long wanted = Amount.integer(field, "MaxConcurrency", effective(turn, frame, state), 0, Long.MAX_VALUE);
        return wanted == 0 ? most : (int) Math.min(wanted, most);
    }

    static Scope effective(Turn turn, Frame frame, State.Map state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        return raw.withInput(state.data().effectiveInput(raw));
    }

    /// Starts iterations up to the limit, or ends the state when none is left.
    static void startMore(Turn turn, Frame frame, State.Map state) {
        ArrayNode items = items(frame);
        while (frame.nextItem < items.size() && frame.children.size() < frame.limit) {
            start(turn, frame, state, frame.nextItem++);
        }
        if (frame.children.isEmpty() && frame.nextItem >= items.size()) {
            succeeded(turn, frame, state);
        }
    }

    private static void start(Turn turn, Frame frame, State.Map state, int index) {
        Frame iteration = new Frame(
                frame, index, true, state.processor().startAt(), items(frame).get(index));
        frame.children.add(iteration);
        if (state.iteration().batching() == null) {
            iteration.input = MapItems.selected(turn, frame, iteration, state);
        }
        iteration.lastEvent = frame.lastEvent;
        if (state.iteration().express()) {
            Timers.startLifetime(turn, iteration);
        }
        if (!state.iteration().distributed()) {
            event(turn, iteration, state, "MapIterationStarted");
        }
        turn.ready(iteration);
    }

    private static ArrayNode items(Frame frame) {
        return frame.items == null ? Json.array() : frame.items;
    }

    private static void event(Turn turn, Frame iteration, State.Map state, String type) {
        ObjectNode details = Json.object();
        details.put("name", state.name());
        details.put("index", iteration.index);
        turn.journal.add(iteration, type, Endings.detailsName(type), details);
    }

    static void iterationEnded(Turn turn, Frame frame, State.Map state, Frame iteration, JsonNode output) {
        if (!state.iteration().distributed()) {
            event(turn, iteration, state, "MapIterationSucceeded");
        }
        Timers.endLifetime(turn, iteration);
        frame.lastEvent = iteration.lastEvent;
        frame.children.remove(iteration);
        frame.results.put(iteration.index, output);
        startMore(turn, frame, state);
    }

    private static void succeeded(Turn turn, Frame frame, State.Map state) {
        if (state.iteration().distributed()) {
            turn.journal.add(frame, "MapRunSucceeded");
        }
        turn.journal.add(frame, "MapStateSucceeded");
        ArrayNode outputs = Json.array().addAll(frame.results.values());
        Scope raw = turn.scope(frame, state, Turn.Draw.RESULT);
        turn.finish(frame, state, state.data().finish(raw, outputs), state.next());
    }

    static void iterationFailed(
            Turn turn, Frame frame, State.Map state, Frame iteration, @Nullable String error, @Nullable String cause) {
        Timers.endLifetime(turn, iteration);
        boolean distributed = state.iteration().distributed();
        if (!distributed) {
            event(turn, iteration, state, "MapIterationFailed");
        }
        frame.lastEvent = iteration.lastEvent;
        if (!distributed && !state.iteration().toleratesFailures()) {
            failed(turn, frame, state, error, cause);
            return;
        }
        frame.failedItems++;
        turn.guarded(frame, state, () -> {
            if (Tolerance.of(turn, frame, state)
                    .allows(frame.failedItems, items(frame).size())) {
                frame.children.remove(iteration);
                startMore(turn, frame, state);
            } else {
                failed(
                        turn,
                        frame,
                        state,
                        StatesError.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                        "The specified tolerated failure threshold was exceeded");
            }
        });
    }

    private static void failed(
            Turn turn, Frame frame, State.Map state, @Nullable String error, @Nullable String cause) {
        turn.failing.abortChildren(frame);
        if (state.iteration().distributed()) {
            turn.journal.add(frame, "MapRunFailed", "mapRunFailedEventDetails", Journal.errorDetails(error, cause));
        }
        turn.journal.add(frame, "MapStateFailed");
        turn.failing.state(frame, state, error, cause);
    }

    private static ObjectNode runDetails(Turn turn, Frame frame, State.Map state) {
        ObjectNode details = Json.object();
        details.put(
                "mapRunArn",
                turn.execution.info.arn().replace(":execution:", ":mapRun:") + "/" + state.name() + ":"
                        + frame.sequence);
        return details;
    }
}
