package dev.encargo.local.function;

/// A function went on after its timeout and asked its host for something.
public final class ScopeRevoked extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ScopeRevoked(String function) {
        super(function + " ran past its timeout: its calls are refused");
    }
}
