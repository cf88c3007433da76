package dev.encargo.invoices.usecase;

/// A drafted invoice became neither issued nor stayed drafted: no write of ours does that.
public final class DraftLost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String orderId;

    DraftLost(String orderId) {
        super("the draft of " + orderId + " is gone and nothing was issued for it");
        this.orderId = orderId;
    }

    public String orderId() {
        return orderId;
    }
}
