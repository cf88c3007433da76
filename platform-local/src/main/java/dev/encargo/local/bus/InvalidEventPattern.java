package dev.encargo.local.bus;

/// A pattern that EventBridge would refuse. The message is worded as EventBridge words its own; `reason` is the
/// part that differs.
public final class InvalidEventPattern extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public InvalidEventPattern(String reason) {
        super("Event pattern is not valid. Reason: " + reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
