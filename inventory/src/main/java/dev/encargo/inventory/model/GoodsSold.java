package dev.encargo.inventory.model;

/// The warehouse says that goods to be released have left. A person has to find out how.
public final class GoodsSold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String orderId;

    public GoodsSold(String orderId) {
        super("the goods of " + orderId + " were to be released, but have left the warehouse");
        this.orderId = orderId;
    }

    public String orderId() {
        return orderId;
    }
}
