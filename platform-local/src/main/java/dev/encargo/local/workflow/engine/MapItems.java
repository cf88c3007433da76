package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Amount;
import dev.encargo.local.workflow.data.Expression;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.data.JsonSize;
import dev.encargo.local.workflow.data.Scope;
import dev.encargo.local.workflow.definition.Iteration;
import dev.encargo.local.workflow.definition.State;

/// What a Map state iterates over.
final class MapItems {
    private MapItems() {}

    /// The items, or the inputs of the batches made of them.
    static ArrayNode of(Turn turn, Frame frame, State.Map state) {
        Scope raw = turn.scope(frame, state, Turn.Draw.ARGUMENTS);
        Scope effective = raw.withInput(state.data().effectiveInput(raw));
        Expression field = state.iteration().items();
        JsonNode value = field == null ? effective.input() : field.evaluate(effective);
        if (!(value instanceof ArrayNode items)) {
            String name = state.data().isJsonata() ? "Items" : "ItemsPath";
            throw Amount.unexpected(field == null ? Expression.constant(value) : field, name, "array", value);
        }
        Iteration.Batching batching = state.iteration().batching();
        return batching == null ? items : batches(turn, frame, state, items, batching, effective);
    }

    /// What the iteration of one item is given.
    static JsonNode selected(Turn turn, Frame frame, Frame iteration, State.Map state) {
        Expression selector = state.iteration().selector();
        if (selector == null) {
            return iteration.input;
        }
        Scope raw = turn.scope(frame, iteration, state, Turn.Draw.ARGUMENTS);
        return selector.evaluate(raw.withInput(state.data().effectiveInput(raw)));
    }

    private static ArrayNode batches(
            Turn turn, Frame frame, State.Map state, ArrayNode items, Iteration.Batching batching, Scope scope) {
        long mostItems = batching.maxItems() == null
                ? Long.MAX_VALUE
                : Amount.integer(batching.maxItems(), "MaxItemsPerBatch", scope, 1, Long.MAX_VALUE);
        long mostBytes = batching.maxBytes() == null
                ? Json.DATA_LIMIT
                : Amount.integer(batching.maxBytes(), "MaxInputBytesPerBatch", scope, 1, Json.DATA_LIMIT);
        ObjectNode shared = Json.object();
        if (batching.input() != null) {
            shared.set("BatchInput", batching.input().evaluate(scope));
        }
        ArrayNode batches = Json.array();
        ArrayNode batch = Json.array();
        frame.items = items;
        for (int i = 0; i < items.size(); i++) {
            Frame item = new Frame(frame, i, true, state.processor().startAt(), items.get(i));
            JsonNode selected = selected(turn, frame, item, state);
            if (batch.size() >= mostItems || (!batch.isEmpty() && bytes(shared, batch, selected) > mostBytes)) {
                batches.add(batch(shared, batch));
                batch = Json.array();
            }
            batch.add(selected);
        }
        return batch.isEmpty() ? batches : batches.add(batch(shared, batch));
    }

    private static long bytes(ObjectNode shared, ArrayNode batch, JsonNode more) {
        return JsonSize.of(batch(shared, batch)) + 1 + JsonSize.of(more);
    }

    private static ObjectNode batch(ObjectNode shared, ArrayNode items) {
        ObjectNode batch = Json.object();
        batch.setAll(shared);
        batch.set("Items", items);
        return batch;
    }
}
