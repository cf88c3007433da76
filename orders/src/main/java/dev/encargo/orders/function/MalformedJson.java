package dev.encargo.orders.function;

/// A text that is not JSON; `position` counts characters from 0.
final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedJson(String why, int position) {
        super(why + " (character " + position + ")", null, false, false);
    }
}
