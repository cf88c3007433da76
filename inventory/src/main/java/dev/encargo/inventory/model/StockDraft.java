package dev.encargo.inventory.model;

import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InventoryEvent.OrderUndone;
import dev.encargo.contracts.InventoryEvent.ShipmentDelivered;
import dev.encargo.contracts.InventoryEvent.ShipmentDispatched;
import dev.encargo.contracts.InventoryEvent.StockRefused;
import dev.encargo.contracts.InventoryEvent.StockReserved;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.Attention;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.UndoRequest;
import dev.encargo.platform.effects.WaitingStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The next state of a stock document being put together, with what has to happen beside.
final class StockDraft {
    private final String orderId;
    private List<Unit> units;
    private @Nullable String owner;
    private @Nullable Stop stop;
    private Reservation reservation;
    private Shipment shipment;
    private @Nullable Recipient recipient;
    private @Nullable Instant checkedAt;
    private @Nullable WaitingStep waiting;
    private boolean alarmed;
    private long sequence;
    private List<String> notices;
    private final List<Intent> intents = new ArrayList<>();

    StockDraft(Stock stock) {
        orderId = stock.orderId();
        units = stock.units();
        owner = stock.owner();
        stop = stock.stop();
        reservation = stock.reservation();
        shipment = stock.shipment();
        recipient = stock.recipient();
        checkedAt = stock.checkedAt();
        waiting = stock.waiting();
        alarmed = stock.alarmed();
        sequence = stock.sequence();
        notices = stock.notices();
    }

    StockDraft ownedBy(String execution) {
        owner = execution;
        return this;
    }

    StockDraft reserving(List<Unit> wanted) {
        units = wanted;
        reservation = Reservation.ASKED;
        return this;
    }

    StockDraft waiting(WaitingStep step) {
        waiting = step;
        return this;
    }

    StockDraft keep(List<String> bodies) {
        notices = bodies;
        return this;
    }

    StockDraft reserved(String reference) {
        reservation = Reservation.RESERVED;
        return publish(new StockReserved(reference));
    }

    StockDraft refused(ReservationAnswer.Refused refusal) {
        reservation = Reservation.REFUSED;
        publish(new StockRefused(refusal.reason(), refusal.skus()));
        return startUndo(UndoReason.OutOfStock);
    }

    /// Stops the order here unless it is stopped; a step that waits for the reservation is told.
    StockDraft stop(UndoReason reason, Instant now) {
        if (stop == null) {
            if (reservation == Reservation.ASKED) {
                failWaiting(Refusals.closed(reason), "the order is being undone");
            }
            stop = new Stop(reason, now);
        }
        return this;
    }

    StockDraft released() {
        reservation = Reservation.RELEASED;
        return this;
    }

    StockDraft undone(GivenBack givenBack) {
        return stop == null
                ? this
                : publish(new OrderUndone(stop.reason(), givenBack.refunded(), givenBack.creditNote()));
    }

    StockDraft shipping(@Nullable Recipient to, Instant now) {
        shipment = Shipment.ASKED;
        recipient = to;
        checkedAt = now;
        return this;
    }

    StockDraft checked(Instant now) {
        checkedAt = now;
        return this;
    }

    StockDraft shipmentStopped() {
        shipment = Shipment.STOPPED;
        recipient = null;
        return this;
    }

    StockDraft dispatched(String reference) {
        shipment = Shipment.DISPATCHED;
        return publish(new ShipmentDispatched(reference));
    }

    /// The parcel has left by an operator's word: the order knows already.
    StockDraft handedOver() {
        shipment = Shipment.DISPATCHED;
        return this;
    }

    StockDraft delivered(String reference) {
        shipment = Shipment.DELIVERED;
        return publish(new ShipmentDelivered(reference));
    }

    StockDraft publish(InventoryEvent event) {
        intents.add(new Intent.Publish(event, ++sequence, null));
        return this;
    }

    StockDraft succeed(WaitingStep step) {
        intents.add(new Intent.Succeed(step.token(), Map.of("orderId", orderId)));
        return this;
    }

    StockDraft fail(WaitingStep step, String error, String cause) {
        intents.add(new Intent.Fail(step.token(), error, cause));
        return this;
    }

    StockDraft succeedWaiting() {
        return waiting == null ? this : succeed(waiting);
    }

    StockDraft failWaiting(String error, String cause) {
        return waiting == null ? this : fail(waiting, error, cause);
    }

    StockDraft startUndo(UndoReason reason) {
        intents.add(UndoRequest.start(orderId, reason));
        return this;
    }

    StockDraft alarm(String attention, String reason) {
        if (!alarmed) {
            alarmed = true;
            intents.add(Attention.raise(orderId, attention, reason));
        }
        return this;
    }

    <R> Transition<Stock, R> as(R outcome) {
        Stock next = new Stock(
                orderId,
                units,
                owner,
                stop,
                reservation,
                shipment,
                recipient,
                checkedAt,
                waiting,
                alarmed,
                sequence,
                notices);
        return new Transition<>(next, intents, outcome);
    }
}
