package dev.encargo.orders.function;

/// A text that is not JSON; its message says why and where.
final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedJson(String why) {
        super(why, null, false, false);
    }
}
