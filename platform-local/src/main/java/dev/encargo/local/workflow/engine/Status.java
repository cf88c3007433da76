package dev.encargo.local.workflow.engine;

/// How an execution stands.
public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
}
