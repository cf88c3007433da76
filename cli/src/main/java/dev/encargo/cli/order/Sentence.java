package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;

/// What an entry of the timeline tells, in a sentence of the language spoken; a code that is not known here in the
/// host's own words.
final class Sentence {
    private Sentence() {}

    static String of(JsonNode entry) {
        JsonNode about = entry.path("references");
        String invoice = about.path("invoice").asText();
        String amount = PriceTag.of(about.path("amount").asText());
        return switch (entry.path("code").asText()) {
            case "ORDER_PLACED" -> say("The order was placed");
            case "STOCK_RESERVED" -> say("The goods are reserved");
            case "STOCK_REFUSED" -> say("The warehouse lacks goods");
            case "PAYMENT_CAPTURED" -> say("The payment of %s was taken", amount);
            case "PAYMENT_DECLINED" -> say("The payment was declined");
            case "INVOICE_ISSUED" -> say("The invoice %s was issued", invoice);
            case "SHIPMENT_REQUESTED" -> say("The warehouse was asked to send the parcel");
            case "DISPATCH_RECORDED" -> say("The parcel was handed over by hand");
            case "SHIPMENT_DISPATCHED" -> say("The parcel has left the warehouse");
            case "DELIVERY_RECORDED" -> say("The arrival of the parcel was recorded by hand");
            case "SHIPMENT_DELIVERED" -> say("The parcel has arrived");
            case "CANCEL_ASKED" -> say("A cancel was asked for");
            case "INVOICE_CREDITED" -> say("The invoice %s was credited", invoice);
            case "PAYMENT_REFUNDED" -> say("The payment of %s was given back", amount);
            case "STOCK_RELEASED" -> say("The goods are released");
            case "ORDER_UNDONE" -> say("Everything was undone: nothing is owed");
            case "STATUS_CHANGED" ->
                say(
                        "The order is %s (it was %s)",
                        about.path("to").asText(), about.path("from").asText());
            default -> entry.path("text").asText();
        };
    }
}
