package dev.encargo.analytics;

/// The lake could not be read, written or asked.
public final class LakeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LakeFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
