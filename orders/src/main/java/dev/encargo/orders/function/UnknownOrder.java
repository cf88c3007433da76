package dev.encargo.orders.function;

/// A message about an order that does not exist here: it comes again, and ends in the dead letters.
final class UnknownOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOrder(String id) {
        super("there is no order " + id);
    }
}
