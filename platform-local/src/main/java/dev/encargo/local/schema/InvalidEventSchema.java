package dev.encargo.local.schema;

/// No event could be held to the text. `pointer` names the place in it, as a JSON pointer; empty is the whole.
public final class InvalidEventSchema extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidEventSchema(String pointer, String why) {
        super(why);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
