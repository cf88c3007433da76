package dev.encargo.local.function;

/// A call of a function did not end with an answer.
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String errorType;

    public enum Kind {
        /// The function ran into its timeout: it was interrupted and its scope revoked.
        TIMED_OUT,
        /// All of its concurrency is in use.
        THROTTLED,
        /// It threw.
        CRASHED
    }

    public CallFailed(Kind kind, String errorType, String message) {
        super(message);
        this.kind = kind;
        this.errorType = errorType;
    }

    public Kind kind() {
        return kind;
    }

    /// What Lambda reports as `errorType`: the exception's class, or `Sandbox.Timedout`.
    public String errorType() {
        return errorType;
    }
}
