package dev.encargo.journeys.protocol;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Reservation;
import dev.encargo.inventory.model.Stock;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.orders.model.FactKind;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.payments.model.Payment;
import java.util.ArrayList;
import java.util.List;

/// What must hold once everything is quiet, and what must hold always.
final class Properties {
    private final Documents documents;

    Properties(Documents documents) {
        this.documents = documents;
    }

    private static boolean undoneUnderWay(World world) {
        for (UndoReason reason : UndoReason.values()) {
            if (world.under(Message.FACT_UNDONE + reason.ordinal())) {
                return true;
            }
        }
        return false;
    }

    /// Whether money has been invoiced and not credited.
    private boolean invoiced(World world) {
        Invoice invoice = documents.invoices.value(world.invoice);
        return invoice instanceof Invoice.Issued || invoice instanceof Invoice.Crediting;
    }

    List<String> violatedInEveryState(World world) {
        Order order = documents.orders.value(world.order);
        if (!order.facts().undone() && !undoneUnderWay(world)) {
            return List.of();
        }
        List<String> violated = new ArrayList<>();
        check(
                violated,
                world.money == World.DONE || world.goods == World.DONE || invoiced(world) || world.parcel == World.DONE,
                "OrderUndone while something is owed");
        check(
                violated,
                documents.isPayment(world.payment, Payment.Asked.class)
                        || documents.isPayment(world.payment, Payment.Captured.class),
                "OrderUndone with an open payment");
        return violated;
    }

    List<String> violatedWhenQuiet(World world) {
        List<String> violated = new ArrayList<>();
        Order order = documents.orders.value(world.order);
        Status status = order.status();
        boolean closed = status.isClosed();
        boolean left = world.parcel == World.SOLD;
        check(violated, world.money == World.DONE && closed, "charged and closed");
        check(violated, left && world.money == World.UNDONE, "shipped and refunded");
        check(violated, left && world.money != World.DONE && world.money != World.UNDONE, "shipped, not paid");
        check(violated, closed && world.goods == World.DONE, "stock kept by a closed order");
        check(violated, invoiced(world) != (world.money == World.DONE), "invoiced - credited != captured - refunded");
        check(violated, marked(world, World.SHIPPED_WITHOUT_STOCK), "shipped without stock");
        check(violated, marked(world, World.SOLD_STOCK_RELEASED), "sold stock released");
        check(violated, marked(world, World.TWIN_DID_HARM), "a twin harms the good run");
        check(violated, marked(world, World.CLOCK_DID_HARM), "a clock or failure undoes a paid run");
        check(violated, status == Status.PENDING || status == Status.RESERVED, "the order never ends");
        check(violated, left && status != Status.SHIPPED, "the parcel left, the order does not say SHIPPED");
        check(violated, world.handedOver == 1 && world.parcel == World.DONE, "a second parcel is still asked for");
        check(violated, world.handedOver == 1 && left, "two parcels");
        check(violated, world.handedOver == 1 && world.goods != World.SOLD, "handed over, but still held for it");
        check(violated, world.handedOver == 1 && world.money == World.UNDONE, "shipped and refunded");
        check(violated, status == Status.PAID && world.parcel != World.DONE, "PAID, but nobody ships");
        check(
                violated,
                status == Status.PAID && order.facts().has(FactKind.CANCEL_ASKED),
                "canceled with 202, stays PAID");
        check(violated, order.facts().undone() && order.facts().dispatched(), "undone and shipped");
        check(violated, order.facts().undone() && !closed, "undone, but not closed");
        check(violated, closed && !stockIsClosed(world), "closed, but the stock document is open");
        check(violated, !order.conflicts().isEmpty(), "facts contradict each other");
        return violated;
    }

    private boolean stockIsClosed(World world) {
        Stock stock = documents.stocks.value(world.stock);
        return stock == null || stock.owner() == null || stock.reservation() == Reservation.RELEASED;
    }

    private static boolean marked(World world, int mark) {
        return (world.marks & mark) != 0;
    }

    private static void check(List<String> violated, boolean broken, String name) {
        if (broken) {
            violated.add(name);
        }
    }
}
