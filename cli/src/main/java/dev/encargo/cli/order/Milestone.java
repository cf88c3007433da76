package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.output.Output;
import java.util.Arrays;
import java.util.Optional;

/// What can happen to an order, by the code of its timeline entry, in a few words.
enum Milestone {
    ORDER_PLACED(Mark.DONE),
    STOCK_RESERVED(Mark.DONE),
    STOCK_REFUSED(Mark.FAILED),
    PAYMENT_CAPTURED(Mark.DONE),
    PAYMENT_DECLINED(Mark.FAILED),
    INVOICE_ISSUED(Mark.DONE),
    SHIPMENT_REQUESTED(Mark.DONE),
    DISPATCH_RECORDED(Mark.DONE),
    SHIPMENT_DISPATCHED(Mark.DONE),
    DELIVERY_RECORDED(Mark.DONE),
    SHIPMENT_DELIVERED(Mark.DONE),
    CANCEL_ASKED(Mark.DONE),
    INVOICE_CREDITED(Mark.DONE),
    PAYMENT_REFUNDED(Mark.DONE),
    STOCK_RELEASED(Mark.DONE),
    ORDER_UNDONE(Mark.DONE),
    ATTENTION_RAISED(Mark.WAITING);

    private enum Mark {
        DONE,
        FAILED,
        WAITING
    }

    private final Mark mark;

    Milestone(Mark mark) {
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
        return switch (this) {
            case ORDER_PLACED -> say("received");
            case STOCK_RESERVED -> say("stock reserved");
            case STOCK_REFUSED -> say("stock refused");
            case PAYMENT_CAPTURED -> say("payment captured");
            case PAYMENT_DECLINED -> say("payment declined");
            case INVOICE_ISSUED -> say("invoiced");
            case SHIPMENT_REQUESTED -> say("shipment asked for");
            case DISPATCH_RECORDED -> say("handed over by hand");
            case SHIPMENT_DISPATCHED -> say("shipped");
            case DELIVERY_RECORDED -> say("arrival recorded");
            case SHIPMENT_DELIVERED -> say("delivered");
            case CANCEL_ASKED -> say("cancel asked for");
            case INVOICE_CREDITED -> say("invoice credited");
            case PAYMENT_REFUNDED -> say("payment given back");
            case STOCK_RELEASED -> say("stock released");
            case ORDER_UNDONE -> say("all undone");
            case ATTENTION_RAISED -> say("needs attention");
        };
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
        String reason = references.path("reason").asText();
        String taken = references.path("captured").asText();
        return taken.isEmpty() ? reason : say("%s, %s was taken", reason, PriceTag.of(taken));
    }
}
