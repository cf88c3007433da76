package dev.encargo.cli.order;

/// Why an order was rejected or canceled, in words.
final class Reason {
    private Reason() {}

    static String words(String reason) {
        return switch (reason) {
            case "Canceled" -> "a cancel was asked for";
            case "OutOfStock" -> "the warehouse lacks goods";
            case "PaymentDeclined" -> "the payment was declined";
            case "ReservationTimedOut" -> "the warehouse did not answer in time";
            case "PaymentTimedOut" -> "the payment did not come in time";
            case "AmountMismatch" -> "another amount was paid than was asked for";
            default -> reason;
        };
    }
}
