package dev.encargo.platform;

/// Starts executions of named state machines and answers the tokens of their waiting steps.
public interface Workflows {

    /// Starts `workflow` (the state machine's logical id, such as `UndoOrder`) under `name` (1–80 characters), with
    /// a JSON object of ≤ 256 KiB.
    ///
    /// @throws Unavailable when the service cannot be reached
    Started start(String workflow, String name, String inputJson);

    /// Answers a waiting step. A token that is unknown, used, or timed out is an outcome, not an error.
    ///
    /// @throws Unavailable when the service cannot be reached
    Answered answer(String token, Answer answer);

    enum Started {
        STARTED,
        ALREADY_EXISTS
    }

    enum Answered {
        ACCEPTED,
        NO_LONGER_AWAITED
    }

    sealed interface Answer {
        /// `outputJson` is a JSON object of ≤ 256 KiB.
        record Success(String outputJson) implements Answer {}

        /// `error` ≤ 256, `cause` ≤ 32,768 characters.
        record Failure(String error, String cause) implements Answer {}
    }
}
