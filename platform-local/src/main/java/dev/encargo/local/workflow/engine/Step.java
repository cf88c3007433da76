package dev.encargo.local.workflow.engine;

import java.util.List;

/// What a signal led to.
///
/// @param reception whether the signal meant anything to the execution
/// @param execution the execution as it now stands: keep it together with what follows
/// @param commands what is to be done, in order
/// @param events what is to be appended to the history, in order
public record Step(Reception reception, Execution execution, List<Command> commands, List<HistoryEvent> events) {
    /// What became of a signal.
    public enum Reception {
        ACCEPTED,
        /// The task was answered, timed out or dropped before, or the execution has ended. Nothing changed.
        NO_LONGER_AWAITED,
        /// The timer's moment has not come. The commands set it again.
        TOO_EARLY
    }
}
