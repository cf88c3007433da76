package dev.encargo.local.workflow.engine;

/// The history of an execution has no room for another event but its last.
final class HistoryFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryFull() {
        super("The history is full", null, false, false);
    }
}
