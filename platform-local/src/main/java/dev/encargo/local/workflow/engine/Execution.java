package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An execution between two steps: a value that can be written as JSON, kept anywhere, and read again to go on. Its
/// history is not part of it. Once a step has handed it out it no longer changes.
public final class Execution {
    final ExecutionInfo info;
    final JsonNode input;
    final long seed;
    Frame root;
    Status status = Status.RUNNING;
    long sequence;
    long events;
    /// When the execution times out.
    Instant deadline;
    boolean deadlineTimed;

    @Nullable
    JsonNode output;

    @Nullable
    String error;

    @Nullable
    String cause;

    @Nullable
    Instant stoppedAt;

    int redriveCount;

    @Nullable
    Instant redrivenAt;

    Execution(ExecutionInfo info, JsonNode input, long seed, Frame root, Instant deadline) {
        this.info = info;
        this.input = input;
        this.seed = seed;
        this.root = root;
        this.deadline = deadline;
    }

    public ExecutionInfo info() {
        return info;
    }

    public JsonNode input() {
        return input;
    }

    public Status status() {
        return status;
    }

    public @Nullable JsonNode output() {
        return output;
    }

    public @Nullable String error() {
        return error;
    }

    public @Nullable String cause() {
        return cause;
    }

    public @Nullable Instant stoppedAt() {
        return stoppedAt;
    }

    /// How many events the history has.
    public long events() {
        return events;
    }

    public int redriveCount() {
        return redriveCount;
    }

    /// The name of the state in which the machine itself (not a branch) is, or was when it ended.
    public String currentState() {
        return root.state;
    }

    Execution copy() {
        Execution copy = new Execution(info, input, seed, root.copy(null), deadline);
        copy.status = status;
        copy.sequence = sequence;
        copy.events = events;
        copy.deadlineTimed = deadlineTimed;
        copy.output = output;
        copy.error = error;
        copy.cause = cause;
        copy.stoppedAt = stoppedAt;
        copy.redriveCount = redriveCount;
        copy.redrivenAt = redrivenAt;
        return copy;
    }

    /// The execution as JSON text, a few kilobytes beyond its data.
    public String write() {
        return Json.write(toJson());
    }

    public ObjectNode toJson() {
        return ExecutionJson.write(this);
    }

    /// @throws IllegalArgumentException when the text was not written by [#write]
    public static Execution read(String text) {
        return ExecutionJson.read(text);
    }
}
