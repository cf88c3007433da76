package dev.encargo.local.workflow.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.encargo.local.workflow.data.Json;
import dev.encargo.local.workflow.definition.WorkflowType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events that one step appends to the history of its execution.
final class Journal {
    static final long MOST_EVENTS = 25_000;
    /// Express executions have no limit but their five minutes, which no workflow fills with more events than this.
    private static final long MOST_EXPRESS_EVENTS = 250_000;

    private final Execution execution;
    private final long most;
    private final Instant now;
    private final List<HistoryEvent> events = new ArrayList<>();

    Journal(Execution execution, WorkflowType type, Instant now) {
        this.execution = execution;
        this.most = type == WorkflowType.STANDARD ? MOST_EVENTS : MOST_EXPRESS_EVENTS;
        this.now = now;
    }

    List<HistoryEvent> events() {
        return events;
    }

    /// Appends an event that follows the frame's last one.
    ///
    /// @throws HistoryFull when only the event that ends the execution still has room
    void add(Frame frame, String type, String detailsName, ObjectNode details) {
        if (execution.events >= most - 1) {
            throw new HistoryFull();
        }
        frame.lastEvent = append(frame.lastEvent, type, detailsName, details);
    }

    void add(Frame frame, String type) {
        add(frame, type, "", Json.object());
    }

    /// Appends the event that ends the execution or another that has always room.
    long append(long previous, String type, String detailsName, ObjectNode details) {
        execution.events++;
        events.add(new HistoryEvent(execution.events, previous, now, type, detailsName, details));
        return execution.events;
    }

    static ObjectNode errorDetails(@Nullable String error, @Nullable String cause) {
        ObjectNode details = Json.object();
        if (error != null) {
            details.put("error", error);
        }
        if (cause != null) {
            details.put("cause", cause);
        }
        return details;
    }
}
