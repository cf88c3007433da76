package dev.encargo.local.workflow.engine;

import java.util.Locale;

/// How the history names the end of an execution.
final class Endings {
    private Endings() {}

    static String eventType(Status status) {
        return switch (status) {
            case SUCCEEDED -> "ExecutionSucceeded";
            case FAILED -> "ExecutionFailed";
            case TIMED_OUT -> "ExecutionTimedOut";
            case ABORTED -> "ExecutionAborted";
            case RUNNING -> throw new IllegalArgumentException("An execution that runs has not ended");
        };
    }

    /// The member of an event that holds its details: `executionFailedEventDetails`.
    static String detailsName(String type) {
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "EventDetails";
    }
}
