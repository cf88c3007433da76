package dev.encargo.local.workflow.engine;

/// What a frame is doing.
enum Phase {
    /// About to enter its state.
    ENTER,
    /// About to run its state.
    RUN,
    /// Waiting for a task.
    TASK,
    /// Waiting in a Wait state.
    WAIT,
    /// Waiting before the next attempt.
    RETRY,
    /// Waiting for branches or iterations.
    CHILDREN,
    DONE,
    FAILED,
    ABORTED;

    boolean ended() {
        return this == DONE || this == FAILED || this == ABORTED;
    }
}
