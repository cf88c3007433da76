package dev.encargo.local.bus;

/// The text is not one JSON object, so no rule can look at it.
public final class InvalidEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidEvent(String detail) {
        super("Parameter Event is not valid. " + detail);
    }
}
