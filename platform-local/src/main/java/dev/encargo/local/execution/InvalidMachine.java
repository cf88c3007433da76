package dev.encargo.local.execution;

/// A workflow's definition is not valid Amazon States Language.
public final class InvalidMachine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidMachine(String file, String problems) {
        super(file + " is not a valid state machine: " + problems);
    }
}
