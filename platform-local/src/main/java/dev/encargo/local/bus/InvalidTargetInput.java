package dev.encargo.local.bus;

/// A target's `InputPath` or `InputTransformer` that EventBridge would refuse, or that could never mean what it
/// says.
public final class InvalidTargetInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidTargetInput(String reason) {
        super(reason);
    }
}
