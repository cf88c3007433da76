package dev.encargo.notifications;

/// Who writes: the seller's name, and where its API is reached.
record Sender(String name, String url) {

    String invoice(String orderId) {
        return order(orderId) + "/invoice";
    }

    String creditNote(String orderId) {
        return invoice(orderId) + "?kind=credit-note";
    }

    private String order(String orderId) {
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/orders/" + orderId;
    }
}
