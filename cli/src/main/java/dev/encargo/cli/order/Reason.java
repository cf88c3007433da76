package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

/// Why an order was rejected or canceled, in words.
final class Reason {
    private Reason() {}

    static String words(String reason) {
        return switch (reason) {
            case "Canceled" -> say("a cancel was asked for");
            case "OutOfStock" -> say("the warehouse lacks goods");
            case "PaymentDeclined" -> say("the payment was declined");
            case "ReservationTimedOut" -> say("the warehouse did not answer in time");
            case "PaymentTimedOut" -> say("the payment did not come in time");
            case "AmountMismatch" -> say("another amount was paid than was asked for");
            default -> reason;
        };
    }
}
