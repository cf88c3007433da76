package dev.encargo.inventory.model;

import dev.encargo.contracts.InventoryEvent.ShipmentRequested;
import dev.encargo.platform.documents.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parcel: asked for once by one key, on its way, or handed over by an operator.
public final class Shipping {

    private Shipping() {}

    /// The step RequestShipment. The outcome says whether the warehouse is to be called.
    public static Transition<Stock, Boolean> ask(Stock stock, Recipient recipient, Instant now) {
        if (stock.isClosed()) {
            return Transition.none(stock, false);
        }
        return switch (stock.shipment()) {
            case NONE ->
                new StockDraft(stock)
                        .shipping(recipient, now)
                        .publish(new ShipmentRequested(stock.orderId() + "/ship"))
                        .as(true);
            case ASKED -> Transition.none(stock, true);
            case DISPATCHED, STOPPED, DELIVERED -> Transition.none(stock, false);
        };
    }

    /// What the warehouse says of a shipment that was asked for, in a notice or when asked. The outcome says
    /// whether it was news.
    public static Transition<Stock, Boolean> answered(
            Stock stock, ShipmentAnswer answer, List<String> notices, Instant now) {
        StockDraft draft = new StockDraft(stock).keep(notices);
        return switch (answer) {
            case ShipmentAnswer.Dispatched left ->
                switch (stock.shipment()) {
                    case ASKED -> draft.dispatched(left.reference()).as(true);
                    case STOPPED -> leftAfterStop(draft);
                    case NONE, DISPATCHED, DELIVERED -> Transition.none(stock.noting(notices), false);
                };
            case ShipmentAnswer.Delivered arrived ->
                switch (stock.shipment()) {
                    case ASKED ->
                        draft.dispatched(arrived.reference())
                                .delivered(arrived.reference())
                                .as(true);
                    case DISPATCHED -> draft.delivered(arrived.reference()).as(true);
                    case STOPPED -> leftAfterStop(draft);
                    case NONE, DELIVERED -> Transition.none(stock.noting(notices), false);
                };
            case ShipmentAnswer.Requested _, ShipmentAnswer.Canceled _, ShipmentAnswer.Unknown _ ->
                stock.isAwaitingDispatch()
                        ? new StockDraft(stock).checked(now).as(false)
                        : Transition.none(stock, false);
        };
    }

    private static Transition<Stock, Boolean> leftAfterStop(StockDraft draft) {
        return draft.alarm("PARCEL_LEFT", "a parcel left although the warehouse had agreed to stop it")
                .as(true);
    }

    /// The warehouse will not ship: a person has to look.
    public static Transition<Stock, Boolean> refused(Stock stock, String why, Instant now) {
        return stock.isAwaitingDispatch()
                ? new StockDraft(stock)
                        .checked(now)
                        .alarm("SHIPMENT_REFUSED", why)
                        .as(true)
                : Transition.none(stock, false);
    }

    /// Whether the warehouse has to stop its parcel before [#handOver], so that it sends no second one.
    public static boolean mustStop(Stock stock) {
        return stock.shipment() == Shipment.ASKED;
    }

    /// Whether the warehouse has to be told before [#handOver] that the goods are gone, so that it holds them no
    /// longer.
    public static boolean mustCollect(Stock stock) {
        return stock.shipment() == Shipment.NONE || stock.shipment() == Shipment.ASKED;
    }

    /// An operator states that the parcel has left. `parcel` is final and present if [#mustStop], `goods` if
    /// [#mustCollect]; a parcel that the warehouse has sent is the same one.
    public static Transition<Stock, Boolean> handOver(
            Stock stock, @Nullable ShipmentAnswer parcel, @Nullable ReservationAnswer goods) {
        if (!mustCollect(stock)) {
            return Transition.none(stock, false);
        }
        StockDraft draft = new StockDraft(stock).handedOver();
        if (mustStop(stock)) {
            stopped(draft, stock.orderId(), Objects.requireNonNull(parcel, "parcel"));
        }
        collected(draft, stock.orderId(), Objects.requireNonNull(goods, "goods"));
        return draft.as(true);
    }

    private static void stopped(StockDraft draft, String orderId, ShipmentAnswer parcel) {
        switch (parcel) {
            case ShipmentAnswer.Canceled _, ShipmentAnswer.Dispatched _ -> {}
            case ShipmentAnswer.Delivered arrived -> draft.delivered(arrived.reference());
            case ShipmentAnswer.Requested _, ShipmentAnswer.Unknown _ -> throw new NotFinal(orderId + "/ship");
        }
    }

    private static void collected(StockDraft draft, String orderId, ReservationAnswer goods) {
        switch (goods) {
            case ReservationAnswer.Sold _ -> {}
            case ReservationAnswer.Released _, ReservationAnswer.Refused _ ->
                draft.alarm("PARCEL_LEFT", "an operator's parcel left although the warehouse held no goods for it");
            case ReservationAnswer.Pending _, ReservationAnswer.Reserved _ -> throw new NotFinal(orderId + "/reserve");
        }
    }
}
