package dev.encargo.journeys.protocol;

import dev.encargo.inventory.model.Shipment;
import dev.encargo.inventory.model.Stock;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;

/// Everything that may happen next.
final class Protocol {
    private final Documents documents;
    private final Faults faults;
    private final Deliveries deliveries;
    private final Executions executions;
    private final Undo undo;
    private final World next = new World();

    Protocol(Documents documents, Faults faults) {
        this.documents = documents;
        this.faults = faults;
        this.deliveries = new Deliveries(documents);
        this.executions = new Executions(documents, deliveries);
        this.undo = new Undo(documents, executions);
    }

    World first() {
        World world = new World();
        world.order = documents.placed;
        world.timeouts = faults.timeouts();
        world.cancels = faults.cancel() ? 1 : 0;
        world.duplicates = faults.duplicate() ? 1 : 0;
        world.losses = faults.loss() ? 1 : 0;
        world.operators = faults.operator() == Faults.Operator.NONE ? 0 : 1;
        world.reruns = faults.reruns();
        return world;
    }

    void successors(World from, Sink sink) {
        starts(from, sink);
        people(from, sink);
        for (long left = from.messages; left != 0; left &= left - 1) {
            deliver(from, Long.numberOfTrailingZeros(left), sink);
        }
        warehouse(from, sink);
        for (int e = 0; e < 2; e++) {
            execution(from, e, sink);
        }
        undo(from, sink);
    }

    private void starts(World from, Sink sink) {
        if (from.started == 0 || (from.started == 1 && faults.twin())) {
            next.set(from);
            next.execution[from.started] = Step.RESERVE;
            next.send(Message.RESERVE + from.started);
            next.started++;
            sink.to(next, from.started > 0, "OrderCreated starts execution " + next.started);
        }
    }

    private void people(World from, Sink sink) {
        if (from.cancels > 0) {
            Desk.Result asked = documents.cancel(from.order);
            if (Boolean.TRUE.equals(asked.outcome())) {
                next.set(from);
                next.cancels = 0;
                Deliveries.order(next, asked);
                sink.to(next, true, "POST cancel: 202");
            }
        }
        boolean handsOver = faults.operator() == Faults.Operator.HANDS_OVER;
        if (from.operators > 0 && (handsOver ? from.parcel == World.NOTHING : from.parcel != World.SOLD)) {
            Desk.Result recorded = documents.recordDispatch(from.order);
            if (Boolean.TRUE.equals(recorded.outcome())) {
                next.set(from);
                next.operators = 0;
                Deliveries.order(next, recorded);
                if (handsOver) {
                    next.handedOver = 1;
                } else {
                    leave(next);
                }
                if (!documents.rules.on(Rule.RECORD_DISPATCH)) {
                    next.messages &= ~Message.bit(Message.RECORD_DISPATCH);
                }
                sink.to(next, true, "PATCH SHIPPED: 200");
            }
        }
    }

    private void deliver(World from, int message, Sink sink) {
        next.set(from);
        next.messages &= ~Message.bit(message);
        deliveries.handle(next, message, false, sink);
        if (from.losses > 0 && Message.isNotice(message)) {
            next.set(from);
            next.messages &= ~Message.bit(message);
            next.losses = 0;
            sink.to(next, true, Message.name(message) + " is never delivered");
        }
        if (from.duplicates > 0 && message < Message.FIRST_ANSWER) {
            next.set(from);
            next.duplicates = 0;
            deliveries.handle(next, message, true, (world, free, what) -> {
                world.send(message);
                sink.to(world, free, what + ", and will come again");
            });
        }
    }

    private void warehouse(World from, Sink sink) {
        if (from.parcel == World.DONE) {
            next.set(from);
            leave(next);
            next.send(Message.SAYS_DISPATCHED);
            sink.to(next, true, "the warehouse dispatches");
        }
        Stock stock = documents.stocks.value(from.stock);
        boolean silent = stock != null && stock.shipment() == Shipment.ASKED && from.parcel == World.SOLD;
        if (documents.rules.on(Rule.CHASE) && silent && !from.under(Message.SAYS_DISPATCHED)) {
            next.set(from);
            Deliveries.stock(next, documents.shipmentSaid(from.stock, World.SOLD));
            sink.to(next, false, "ChaseShipments: dispatched");
        }
    }

    private static void leave(World world) {
        if (world.parcel == World.SOLD) {
            return;
        }
        world.parcel = World.SOLD;
        sell(world);
    }

    private static void sell(World world) {
        if (world.goods == World.DONE) {
            world.goods = World.SOLD;
        } else {
            world.marks |= World.SHIPPED_WITHOUT_STOCK;
        }
    }

    private void execution(World from, int e, Sink sink) {
        int step = from.execution[e];
        if (step == Step.RESERVE || step == Step.TAKE) {
            boolean quiet = from.messages == 0 && !Undo.moves(from.undo);
            if (quiet || from.timeouts > 0) {
                next.set(from);
                next.timeouts -= quiet ? 0 : 1;
                executions.timeOut(next, e);
                sink.to(next, !quiet, Step.fulfil(step) + " " + (e + 1) + " times out");
            }
        } else if (executions.moves(step)) {
            next.set(from);
            executions.move(next, e);
            sink.to(next, false, Step.fulfil(step) + " " + (e + 1) + " -> " + Step.fulfil(next.execution[e]));
        }
        if (step == Step.INVOICE && from.timeouts > 0) {
            next.set(from);
            next.timeouts--;
            executions.timeOutInvoice(next, e);
            sink.to(next, true, "IssueInvoice times out, its function lives on");
        }
    }

    private void undo(World from, Sink sink) {
        if (Undo.moves(from.undo)) {
            next.set(from);
            undo.move(next);
            sink.to(next, false, Step.undo(from.undo) + " -> " + Step.undo(next.undo));
        }
        if (from.undo != Step.NOT_STARTED && from.reruns > 0) {
            next.set(from);
            next.reruns--;
            next.undoHeard = 0;
            next.undo = Step.STOP;
            sink.to(next, true, "UndoOrder is run again from the top");
            if (Undo.again(from.undo) != from.undo) {
                next.set(from);
                next.reruns--;
                next.undoHeard = 0;
                next.undo = Undo.again(from.undo);
                sink.to(next, true, Step.undo(from.undo) + " fails and is tried again");
            }
        }
    }

    Status status(World world) {
        Order order = documents.orders.value(world.order);
        return order.status();
    }
}
