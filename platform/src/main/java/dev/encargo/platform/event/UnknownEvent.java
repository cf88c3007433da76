package dev.encargo.platform.event;

/// An event whose type this version does not know: counted and left alone, never an error loop.
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    public UnknownEvent(String type) {
        super("the event type '" + type + "' is not known here");
        this.type = type;
    }

    public String type() {
        return type;
    }
}
