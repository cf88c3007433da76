package dev.encargo.inventory.model;

import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The undo's first step StopShipment: nothing leaves any more, or it is too late and nothing else is undone.
public final class Stopping {

    public enum Stopped {
        STOPPED,
        TOO_LATE
    }

    private Stopping() {}

    /// Whether the warehouse has to be asked before [#stop].
    public static boolean mustAsk(@Nullable Stock stock) {
        return stock != null && stock.shipment() == Shipment.ASKED;
    }

    /// `answer` is final and present if [#mustAsk].
    public static Transition<Stock, Stopped> stop(
            @Nullable Stock stock, String orderId, UndoReason reason, @Nullable ShipmentAnswer answer, Instant now) {
        Stock before = Stock.orBlank(stock, orderId);
        return switch (before.shipment()) {
            case DISPATCHED, DELIVERED -> Transition.none(stock, Stopped.TOO_LATE);
            case STOPPED -> Transition.none(stock, Stopped.STOPPED);
            case NONE -> stopped(before, reason, now);
            case ASKED -> answered(before, reason, Objects.requireNonNull(answer, "answer"), now);
        };
    }

    private static Transition<Stock, Stopped> answered(
            Stock before, UndoReason reason, ShipmentAnswer answer, Instant now) {
        return switch (answer) {
            case ShipmentAnswer.Dispatched left ->
                new StockDraft(before).dispatched(left.reference()).as(Stopped.TOO_LATE);
            case ShipmentAnswer.Delivered arrived ->
                new StockDraft(before)
                        .dispatched(arrived.reference())
                        .delivered(arrived.reference())
                        .as(Stopped.TOO_LATE);
            case ShipmentAnswer.Canceled _ -> stopped(before, reason, now);
            case ShipmentAnswer.Requested _, ShipmentAnswer.Unknown _ -> throw new NotFinal(before.orderId() + "/ship");
        };
    }

    private static Transition<Stock, Stopped> stopped(Stock before, UndoReason reason, Instant now) {
        return new StockDraft(before).stop(reason, now).shipmentStopped().as(Stopped.STOPPED);
    }
}
