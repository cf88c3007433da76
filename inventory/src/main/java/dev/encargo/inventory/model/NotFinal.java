package dev.encargo.inventory.model;

/// An outside party was asked to decide about a key and has not. It is asked again.
public final class NotFinal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public NotFinal(String key) {
        super("the answer about " + key + " is not final");
        this.key = key;
    }

    public String key() {
        return key;
    }
}
