package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One thread of an execution: the machine itself, a branch or an iteration. It is changed only by the step that
/// owns a copy.
final class Frame {
    /// The frame that this one is a branch or an iteration of, or null for the machine itself.
    final @Nullable Frame parent;
    /// Which branch or iteration this is.
    final int index;
    /// Whether this is an iteration of a Map state.
    final boolean iteration;

    String state;
    JsonNode input;
    Phase phase = Phase.ENTER;

    @Nullable
    ObjectNode variables;

    @Nullable
    Instant enteredAt;

    long enteredEvent;
    long lastEvent;
    int retryCount;
    long[] attempts = {};

    /// Tells this attempt's task and timers from those of earlier attempts.
    long sequence;
    /// When a Wait state, the delay of a retry or the time of a task is over.
    @Nullable
    Instant due;

    @Nullable
    Instant heartbeatDue;

    long heartbeatSeconds;

    /// When the time of an iteration that is an Express execution of its own is over.
    @Nullable
    Instant deadline;

    /// Branches or iterations that have not ended well.
    List<Frame> children = new ArrayList<>();
    /// Outputs of those that have, by their index.
    SortedMap<Integer, JsonNode> results = new TreeMap<>();

    @Nullable
    ArrayNode items;

    int nextItem;
    int failedItems;
    int limit;

    Frame(@Nullable Frame parent, int index, boolean iteration, String state, JsonNode input) {
        this.parent = parent;
        this.index = index;
        this.iteration = iteration;
        this.state = state;
        this.input = input;
    }

    /// The way from the machine to this frame, as the identifiers of tasks and timers start.
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return above.isEmpty() ? String.valueOf(index) : above + "." + index;
    }

    String task() {
        return path() + "#" + sequence;
    }

    String timer(String kind) {
        return task() + ":" + kind;
    }

    @Nullable
    Frame child(int wanted) {
        for (Frame child : children) {
            if (child.index == wanted) {
                return child;
            }
        }
        return null;
    }

    void clearChildren() {
        children = new ArrayList<>();
        results = new TreeMap<>();
        items = null;
        nextItem = 0;
        failedItems = 0;
        limit = 0;
    }

    /// The variables set in this flow.
    ObjectNode ownVariables() {
        return variables == null ? Json.object() : variables;
    }

    Frame copy(@Nullable Frame under) {
        Frame copy = new Frame(under, index, iteration, state, input);
        copy.phase = phase;
        copy.variables = variables;
        copy.enteredAt = enteredAt;
        copy.enteredEvent = enteredEvent;
        copy.lastEvent = lastEvent;
        copy.retryCount = retryCount;
        copy.attempts = attempts.clone();
        copy.sequence = sequence;
        copy.due = due;
        copy.heartbeatDue = heartbeatDue;
        copy.heartbeatSeconds = heartbeatSeconds;
        copy.deadline = deadline;
        for (Frame child : children) {
            copy.children.add(child.copy(copy));
        }
        copy.results.putAll(results);
        copy.items = items;
        copy.nextItem = nextItem;
        copy.failedItems = failedItems;
        copy.limit = limit;
        return copy;
    }
}
