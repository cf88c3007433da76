package dev.encargo.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Output;
import java.util.Arrays;
import java.util.Optional;

/// What can happen to an order, by the code of its timeline entry, in a few words.
enum Milestone {
    ORDER_PLACED("received", Mark.DONE),
    STOCK_RESERVED("stock reserved", Mark.DONE),
    STOCK_REFUSED("stock refused", Mark.FAILED),
    PAYMENT_CAPTURED("payment captured", Mark.DONE),
    PAYMENT_DECLINED("payment declined", Mark.FAILED),
    INVOICE_ISSUED("invoiced", Mark.DONE),
    SHIPMENT_REQUESTED("shipment asked for", Mark.DONE),
    DISPATCH_RECORDED("handed over by hand", Mark.DONE),
    SHIPMENT_DISPATCHED("shipped", Mark.DONE),
    DELIVERY_RECORDED("arrival recorded", Mark.DONE),
    SHIPMENT_DELIVERED("delivered", Mark.DONE),
    CANCEL_ASKED("cancel asked for", Mark.DONE),
    INVOICE_CREDITED("invoice credited", Mark.DONE),
    PAYMENT_REFUNDED("payment given back", Mark.DONE),
    STOCK_RELEASED("stock released", Mark.DONE),
    ORDER_UNDONE("all undone", Mark.DONE),
    ATTENTION_RAISED("needs attention", Mark.WAITING);

    private enum Mark {
        DONE,
        FAILED,
        WAITING
    }

    private final String words;
    private final Mark mark;

    Milestone(String words, Mark mark) {
        this.words = words;
        this.mark = mark;
    }

    /// The milestone of a timeline entry; a mere change of status is none.
    static Optional<Milestone> of(JsonNode entry) {
        String code = entry.path("code").asText();
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }

    static boolean reached(JsonNode timeline, Milestone milestone) {
        return find(timeline, milestone).isPresent();
    }

    static Optional<JsonNode> find(JsonNode timeline, Milestone milestone) {
        for (JsonNode entry : timeline.path("entries")) {
            if (entry.path("code").asText().equals(milestone.name())) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    String words() {
        return words;
    }

    String mark(Output output) {
        return switch (mark) {
            case DONE -> output.done();
            case FAILED -> output.failed();
            case WAITING -> output.waiting();
        };
    }

    /// What belongs beside the words: a number, an amount, a reason; may be empty.
    String note(JsonNode references) {
        return switch (this) {
            case STOCK_REFUSED -> references.path("skus").asText();
            case PAYMENT_DECLINED -> declined(references);
            case INVOICE_ISSUED -> references.path("invoice").asText();
            case INVOICE_CREDITED -> references.path("creditNote").asText();
            case PAYMENT_REFUNDED -> PriceTag.of(references.path("amount").asText());
            case ATTENTION_RAISED -> references.path("attention").asText();
            case CANCEL_ASKED -> references.path("reason").asText();
            case ORDER_PLACED, STOCK_RESERVED, PAYMENT_CAPTURED, SHIPMENT_REQUESTED -> "";
            case DISPATCH_RECORDED, SHIPMENT_DISPATCHED, DELIVERY_RECORDED, SHIPMENT_DELIVERED -> "";
            case STOCK_RELEASED, ORDER_UNDONE -> "";
        };
    }

    private static String declined(JsonNode references) {
        String taken = references.path("captured").asText();
        return references.path("reason").asText() + (taken.isEmpty() ? "" : ", " + PriceTag.of(taken) + " was taken");
    }
}
