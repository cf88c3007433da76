package dev.encargo.journeys.protocol;

import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Stopping.Stopped;
import dev.encargo.payments.model.Payment;

/// One step of UndoOrder: asking an outside party and writing its answer are two.
final class Undo {
    private final Documents documents;
    private final Executions executions;

    Undo(Documents documents, Executions executions) {
        this.documents = documents;
        this.executions = executions;
    }

    static boolean moves(int step) {
        return step != Step.NOT_STARTED && step < Step.UNDONE;
    }

    void move(World world) {
        UndoReason reason = UndoReason.values()[world.undoReason];
        switch (world.undo) {
            case Step.STOP -> {
                if (documents.mustAskToStop(world.stock)) {
                    cancelShipment(world);
                } else {
                    stop(world, reason);
                }
            }
            case Step.STOP_ASKED -> stop(world, reason);
            case Step.CREDIT -> credit(world);
            case Step.REFUND -> askForMoney(world, reason);
            case Step.REFUND_CAPTURED -> refundByKey(world);
            case Step.REFUND_ASKED -> refund(world, reason);
            case Step.RELEASE -> {
                if (documents.mustAskToRelease(world.stock)) {
                    executions.release(world);
                    hear(world, world.goods, Step.RELEASE_ASKED);
                } else {
                    release(world, reason);
                }
            }
            case Step.RELEASE_ASKED -> release(world, reason);
            default -> throw new IllegalStateException("no step " + world.undo);
        }
    }

    /// The step before the answer was asked for.
    static int again(int step) {
        return switch (step) {
            case Step.STOP_ASKED -> Step.STOP;
            case Step.REFUND_CAPTURED, Step.REFUND_ASKED -> Step.REFUND;
            case Step.RELEASE_ASKED -> Step.RELEASE;
            default -> step;
        };
    }

    private static void hear(World world, int state, int next) {
        world.undoHeard = state == World.NOTHING ? World.BARRED : state;
        world.undo = next;
    }

    private static void next(World world, int step) {
        world.undoHeard = 0;
        world.undo = step;
    }

    private void cancelShipment(World world) {
        if (world.parcel == World.DONE || (world.parcel == World.NOTHING && documents.rules.on(Rule.BAR))) {
            world.parcel = World.UNDONE;
        }
        hear(world, world.parcel, Step.STOP_ASKED);
    }

    private void stop(World world, UndoReason reason) {
        Desk.Result result = Deliveries.stock(world, documents.stop(world.stock, reason, world.undoHeard));
        boolean tooLate = result.outcome() == Stopped.TOO_LATE;
        next(world, tooLate && documents.rules.on(Rule.STOP_FIRST) ? Step.TOO_LATE : Step.CREDIT);
    }

    private void credit(World world) {
        int before = world.invoice;
        Deliveries.invoice(world, documents.creditInvoice(world.invoice));
        if (world.invoice == before) {
            next(world, Step.REFUND);
        }
    }

    private void askForMoney(World world, UndoReason reason) {
        if (!documents.mustAskToRefund(world.payment)) {
            refund(world, reason);
        } else if (documents.isPayment(world.payment, Payment.Asked.class)) {
            executions.cancelPayment(world);
            hear(world, world.money, world.money == World.DONE ? Step.REFUND_CAPTURED : Step.REFUND_ASKED);
        } else {
            refundByKey(world);
        }
    }

    private void refundByKey(World world) {
        executions.cancelPayment(world);
        if (world.money == World.DONE) {
            world.money = World.UNDONE;
        }
        hear(world, world.money, Step.REFUND_ASKED);
    }

    private void refund(World world, UndoReason reason) {
        Deliveries.payment(world, documents.refund(world.payment, reason, world.undoHeard));
        next(world, Step.RELEASE);
    }

    private void release(World world, UndoReason reason) {
        Desk.Result result = Deliveries.stock(world, documents.release(world.stock, reason, world.undoHeard));
        if (!(result.outcome() instanceof Class<?>)) {
            next(world, Step.UNDONE);
        }
    }
}
