package dev.encargo.journeys.protocol;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Stock;
import dev.encargo.invoices.model.Invoice;

/// One step of one execution of FulfilOrder, as its state machine and its functions do it.
final class Executions {
    private final Documents documents;
    private final Deliveries deliveries;

    Executions(Documents documents, Deliveries deliveries) {
        this.documents = documents;
        this.deliveries = deliveries;
    }

    void timeOut(World world, int e) {
        boolean reserving = world.execution[e] == Step.RESERVE;
        if (documents.rules.on(Rule.SETTLE)) {
            world.execution[e] = reserving ? Step.SETTLE_STOCK : Step.SETTLE_PAYMENT;
        } else {
            end(world, e, reserving ? UndoReason.ReservationTimedOut : UndoReason.PaymentTimedOut);
        }
    }

    void timeOutInvoice(World world, int e) {
        world.send(Message.INVOICE_LEFT_OVER);
        if (!documents.rules.on(Rule.RETRY_INVOICE)) {
            end(world, e, UndoReason.PaymentTimedOut);
        }
    }

    private static void end(World world, int e, UndoReason reason) {
        world.execution[e] = Step.ENDED;
        world.send(Message.START_UNDO + reason.ordinal());
    }

    boolean moves(int step) {
        return step == Step.INVOICE
                || step == Step.INVOICE_DRAFTED
                || (step >= Step.SETTLE_STOCK && step <= Step.SETTLE_PAYMENT_ASKED);
    }

    void move(World world, int e) {
        switch (world.execution[e]) {
            case Step.INVOICE -> {
                Object invoice = Deliveries.invoice(world, documents.draftInvoice(world.invoice))
                        .outcome();
                world.execution[e] = invoice instanceof Invoice.Drafted
                        ? Step.INVOICE_DRAFTED
                        : invoice instanceof Invoice.Closed ? Step.ENDED : Step.SUCCEEDED;
            }
            case Step.INVOICE_DRAFTED -> {
                Deliveries.invoice(world, documents.issueInvoice(world.invoice));
                world.execution[e] = Step.SUCCEEDED;
            }
            case Step.SETTLE_STOCK -> askAboutStock(world, e);
            case Step.SETTLE_STOCK_ASKED -> settleStock(world, e);
            case Step.SETTLE_PAYMENT -> askAboutPayment(world, e);
            case Step.SETTLE_PAYMENT_ASKED -> settlePayment(world, e);
            default -> throw new IllegalStateException("no step " + world.execution[e]);
        }
    }

    /// The warehouse gives back and bars.
    void release(World world) {
        if (world.goods == World.DONE) {
            world.goods = World.UNDONE;
        } else if (world.goods == World.NOTHING && documents.rules.on(Rule.BAR)) {
            world.goods = World.BARRED;
        } else if (world.goods == World.SOLD) {
            world.marks |= World.SOLD_STOCK_RELEASED;
        }
    }

    private void askAboutStock(World world, int e) {
        if (!documents.mustAskToSettleStock(world.stock, e)) {
            settleStock(world, e);
            return;
        }
        if (world.goods == World.NOTHING && documents.rules.on(Rule.BAR)) {
            world.goods = World.BARRED;
        }
        world.heard[e] = world.goods == World.NOTHING ? World.BARRED : world.goods;
        world.execution[e] = Step.SETTLE_STOCK_ASKED;
    }

    private void settleStock(World world, int e) {
        Stock before = documents.stocks.value(world.stock);
        String owner = deliveries.owner(world);
        Desk.Result result = Deliveries.stock(world, documents.settleStock(world.stock, e, world.heard[e]));
        Stock after = documents.stocks.value(world.stock);
        boolean stopped = before != null && before.stop() == null && after.stop() != null;
        if (stopped && owner != null && !owner.equals(Documents.execution(e))) {
            world.marks |= World.TWIN_DID_HARM;
        }
        if (result.outcome() instanceof Class<?>) {
            return;
        }
        world.heard[e] = 0;
        switch (result.outcome()) {
            case dev.encargo.inventory.model.Settling.Settled.RESERVED -> Deliveries.enterTake(world, e);
            case dev.encargo.inventory.model.Settling.Settled.CLOSED -> world.execution[e] = Step.ENDED;
            case dev.encargo.inventory.model.Settling.Settled.DUPLICATE -> world.execution[e] = Step.DUPLICATE;
            default -> throw new IllegalStateException("no outcome of SettleStock: " + result.outcome());
        }
    }

    private void askAboutPayment(World world, int e) {
        if (!documents.mustAskToSettlePayment(world.payment)) {
            settlePayment(world, e);
            return;
        }
        cancelPayment(world);
        world.heard[e] = world.money == World.NOTHING ? World.BARRED : world.money;
        world.execution[e] = Step.SETTLE_PAYMENT_ASKED;
    }

    void cancelPayment(World world) {
        if (world.money == World.NOTHING && documents.rules.on(Rule.BAR)) {
            world.money = World.BARRED;
        }
    }

    private void settlePayment(World world, int e) {
        String owner = deliveries.owner(world);
        if (owner != null && !owner.equals(Documents.execution(e))) {
            world.marks |= World.TWIN_DID_HARM;
        }
        Desk.Result result = Deliveries.payment(world, documents.settlePayment(world.payment, world.heard[e]));
        world.heard[e] = 0;
        world.execution[e] =
                result.outcome() == dev.encargo.payments.model.Settling.Settled.CAPTURED ? Step.INVOICE : Step.ENDED;
    }
}
