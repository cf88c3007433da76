package dev.encargo.inventory.usecase;

/// A message speaks of an order that inventory has never reserved for.
public final class StockUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String orderId;

    public StockUnknown(String orderId) {
        super("inventory knows nothing of the order " + orderId);
        this.orderId = orderId;
    }

    public String orderId() {
        return orderId;
    }
}
