package dev.encargo.local.http;

import org.jspecify.annotations.Nullable;

/// A function gave no answer.
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Kind {
        /// It ran longer than its timeout: 504.
        TIMED_OUT,
        /// As many calls as its concurrency allows are running: 429.
        THROTTLED,
        /// It ended with an error or could not be started: 502.
        CRASHED
    }

    private final String functionId;
    private final Kind kind;

    public CallFailed(String functionId, Kind kind, @Nullable Throwable cause) {
        super(functionId + " " + kind, cause);
        this.functionId = functionId;
        this.kind = kind;
    }

    public String functionId() {
        return functionId;
    }

    public Kind kind() {
        return kind;
    }
}
