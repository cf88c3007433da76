package dev.encargo.local.store;

/// The file could not be read or written. Nothing of the unit was kept.
public sealed class StoreFailed extends RuntimeException permits StoreUnusable {
    private static final long serialVersionUID = 1L;

    public StoreFailed(String what) {
        super(what);
    }

    public StoreFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
