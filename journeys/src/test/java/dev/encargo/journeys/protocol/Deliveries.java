package dev.encargo.journeys.protocol;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Reserving;
import dev.encargo.inventory.model.Stock;
import dev.encargo.payments.model.Payment;
import dev.encargo.payments.model.Taking;

/// What handling one message does to a world.
final class Deliveries {
    private final Documents documents;

    Deliveries(Documents documents) {
        this.documents = documents;
    }

    /// Handles `message` in every way it may be handled: `world` is a copy that each way may change.
    void handle(World world, int message, boolean free, Sink sink) {
        switch (message) {
            case Message.CALL_RESERVE -> decided(world, free, sink, true);
            case Message.CALL_PAY -> decided(world, free, sink, false);
            default -> {
                apply(world, message);
                sink.to(world, free, Message.name(message));
            }
        }
    }

    private static void decided(World world, boolean free, Sink sink, boolean goods) {
        if ((goods ? world.goods : world.money) != World.NOTHING) {
            sink.to(world, free, "call with a known or barred key");
            return;
        }
        World refusing = new World();
        refusing.set(world);
        if (goods) {
            world.goods = World.DONE;
            world.send(Message.SAYS_RESERVED);
            refusing.goods = World.REFUSED;
            refusing.send(Message.SAYS_REFUSED);
        } else {
            world.money = World.DONE;
            world.send(Message.SAYS_CAPTURED);
            refusing.money = World.REFUSED;
            refusing.send(Message.SAYS_DECLINED);
        }
        sink.to(world, free, goods ? "the warehouse reserves" : "the provider captures");
        sink.to(refusing, free, goods ? "the warehouse refuses" : "the provider declines");
    }

    private void apply(World world, int message) {
        switch (message) {
            case Message.RESERVE, Message.RESERVE + 1 -> {
                Desk.Result result = stock(world, documents.reserve(world.stock, message - Message.RESERVE));
                if (result.outcome() instanceof Reserving.Next.Ask) {
                    world.send(Message.CALL_RESERVE);
                }
            }
            case Message.TAKE, Message.TAKE + 1 -> {
                Desk.Result result = payment(world, documents.take(world.payment, message - Message.TAKE));
                if (result.outcome() instanceof Taking.Next.Ask) {
                    world.send(Message.CALL_PAY);
                }
            }
            case Message.CALL_SHIP -> world.parcel = world.parcel == World.NOTHING ? World.DONE : world.parcel;
            case Message.SAYS_RESERVED -> {
                if (stock(world, documents.reservationSaid(world.stock, World.DONE))
                        .outcome()
                        .equals("LATE")) {
                    world.goods = world.goods == World.DONE ? World.UNDONE : world.goods;
                }
            }
            case Message.SAYS_REFUSED -> stock(world, documents.reservationSaid(world.stock, World.REFUSED));
            case Message.SAYS_CAPTURED -> {
                if (documents.isLateMoney(world.payment)) {
                    world.money = world.money == World.DONE ? World.UNDONE : world.money;
                }
                payment(world, documents.paymentSaid(world.payment, World.DONE));
            }
            case Message.SAYS_DECLINED -> payment(world, documents.paymentSaid(world.payment, World.REFUSED));
            case Message.SAYS_DISPATCHED -> stock(world, documents.shipmentSaid(world.stock, World.SOLD));
            case Message.REQUEST_SHIPMENT -> {
                if (Boolean.TRUE.equals(
                        stock(world, documents.requestShipment(world.stock)).outcome())) {
                    world.send(Message.CALL_SHIP);
                }
            }
            case Message.RECORD_DISPATCH -> recordDispatch(world);
            case Message.INVOICE_LEFT_OVER -> leftOver(world);
            default -> applyOther(world, message);
        }
    }

    private void applyOther(World world, int message) {
        if (message >= Message.FIRST_ANSWER) {
            answer(world, message);
        } else if (message >= Message.START_UNDO) {
            start(world, UndoReason.values()[message - Message.START_UNDO]);
        } else {
            order(world, documents.learn(world.order, message));
        }
    }

    private void recordDispatch(World world) {
        boolean undecided = world.parcel == World.NOTHING || world.parcel == World.DONE;
        if (documents.mustStopToHandOver(world.stock) && undecided) {
            world.parcel = World.UNDONE;
            world.send(Message.RECORD_DISPATCH);
            return;
        }
        if (documents.mustCollectToHandOver(world.stock) && collect(world)) {
            world.send(Message.RECORD_DISPATCH);
            return;
        }
        stock(world, documents.handOver(world.stock, world.parcel, world.goods));
    }

    /// The warehouse is told that the goods are gone; whether that was news.
    private static boolean collect(World world) {
        switch (world.goods) {
            case World.DONE -> world.goods = World.SOLD;
            case World.NOTHING -> world.goods = World.BARRED;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void leftOver(World world) {
        boolean drafts = world.invoice == 0;
        invoice(world, drafts ? documents.draftInvoice(world.invoice) : documents.issueInvoice(world.invoice));
        if (drafts) {
            world.send(Message.INVOICE_LEFT_OVER);
        }
    }

    private void start(World world, UndoReason reason) {
        if (reason != UndoReason.Canceled && documents.isPayment(world.payment, Payment.Captured.class)) {
            world.marks |= World.CLOCK_DID_HARM;
        }
        if (world.undo == Step.NOT_STARTED) {
            world.undo = Step.STOP;
            world.undoReason = reason.ordinal();
        }
    }

    private static void answer(World world, int message) {
        int e = message & 1;
        int kind = message - e;
        boolean reserves = kind < Message.TAKE_SUCCEEDED;
        if (world.execution[e] != (reserves ? Step.RESERVE : Step.TAKE)) {
            return;
        }
        switch (kind) {
            case Message.RESERVE_SUCCEEDED -> enterTake(world, e);
            case Message.TAKE_SUCCEEDED -> world.execution[e] = Step.INVOICE;
            case Message.RESERVE_DUPLICATE -> world.execution[e] = Step.DUPLICATE;
            default -> world.execution[e] = Step.ENDED;
        }
    }

    static void enterTake(World world, int e) {
        world.execution[e] = Step.TAKE;
        world.heard[e] = 0;
        world.send(Message.TAKE + e);
    }

    static Desk.Result stock(World world, Desk.Result result) {
        world.stock = result.next();
        world.sendAll(result.messages());
        return result;
    }

    static Desk.Result payment(World world, Desk.Result result) {
        world.payment = result.next();
        world.sendAll(result.messages());
        return result;
    }

    static Desk.Result invoice(World world, Desk.Result result) {
        world.invoice = result.next();
        world.sendAll(result.messages());
        return result;
    }

    static Desk.Result order(World world, Desk.Result result) {
        world.order = result.next();
        world.sendAll(result.messages());
        return result;
    }

    /// Who owns the order's stock, null when nobody does.
    String owner(World world) {
        Stock stock = documents.stocks.value(world.stock);
        return stock == null ? null : stock.owner();
    }
}
