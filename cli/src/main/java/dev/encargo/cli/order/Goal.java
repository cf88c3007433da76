package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;

/// What somebody who follows an order waits for.
enum Goal {
    /// Paid with its invoice, or further.
    PAID,
    CANCELED,
    SHIPPED,
    DELIVERED;

    enum Verdict {
        OPEN,
        REACHED,
        MISSED
    }

    Verdict of(JsonNode order, JsonNode timeline) {
        String status = order.path("status").asText();
        String cancellation = order.at("/cancellation/outcome").asText();
        if (this == CANCELED) {
            return switch (cancellation) {
                case "DONE" -> Verdict.REACHED;
                case "TOO_LATE" -> Verdict.MISSED;
                default -> status.equals("CANCELED") ? Verdict.REACHED : Verdict.OPEN;
            };
        }
        return switch (status) {
            case "REJECTED", "CANCELED" -> Verdict.MISSED;
            case "PAID" -> this == PAID && isDone(cancellation, timeline) ? Verdict.REACHED : Verdict.OPEN;
            case "SHIPPED" -> this == DELIVERED ? Verdict.OPEN : Verdict.REACHED;
            case "DELIVERED" -> Verdict.REACHED;
            default -> Verdict.OPEN;
        };
    }

    private static boolean isDone(String cancellation, JsonNode timeline) {
        return !cancellation.equals("PENDING") && Milestone.reached(timeline, Milestone.INVOICE_ISSUED);
    }

    /// What such an order waits for now, and what can be done about it.
    static String awaited(JsonNode order, JsonNode timeline) {
        if (order.at("/cancellation/outcome").asText().equals("PENDING")) {
            return say("It waits until its cancel has undone everything.");
        }
        return switch (order.path("status").asText()) {
            case "PENDING" ->
                Milestone.reached(timeline, Milestone.STOCK_REFUSED)
                        ? say("It waits until everything has been undone.")
                        : say(
                                "It waits for the warehouse to reserve the goods, 15 minutes of the host's clock at most.");
            case "RESERVED" ->
                Milestone.reached(timeline, Milestone.PAYMENT_DECLINED)
                        ? say("It waits until everything has been undone.")
                        : say("It waits for the payment provider, 30 minutes of the host's clock at most.");
            case "PAID" ->
                Milestone.reached(timeline, Milestone.INVOICE_ISSUED)
                        ? say("It waits for the warehouse to say that the parcel has left.")
                        : say("It waits for its invoice.");
            case "SHIPPED" -> say("It waits for the news that the parcel has arrived.");
            default -> say("Nothing is awaited any more.");
        };
    }
}
