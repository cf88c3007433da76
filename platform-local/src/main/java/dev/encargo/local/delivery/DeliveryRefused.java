package dev.encargo.local.delivery;

/// A target did not take an event. `code` is the one that EventBridge writes into the dead letter.
final class DeliveryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;

    DeliveryRefused(String code, String message, boolean retryable) {
        super(message, null, false, false);
        this.code = code;
        this.retryable = retryable;
    }

    String code() {
        return code;
    }

    boolean retryable() {
        return retryable;
    }
}
