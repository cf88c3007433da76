package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.Reservation;
import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.Reserving;
import dev.encargo.inventory.model.Shipment;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Shipping;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.webhook.RawBodies;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies what the warehouse reports: the fact, its event, the answer to the waiting step and the raw body are one
/// write.
public final class ReceiveInventoryNotice {

    public sealed interface Report {
        record OfReservation(ReservationAnswer answer) implements Report {}

        record OfShipment(ShipmentAnswer answer) implements Report {}
    }

    public enum Outcome {
        APPLIED,
        KNOWN,
        /// The goods were reserved after the order had been closed: they were given back.
        LATE,
        /// Nothing was asked by this key.
        UNMATCHED
    }

    private final Stocks stocks;
    private final Warehouse warehouse;
    private final InstantSource clock;

    public ReceiveInventoryNotice(Stocks stocks, Warehouse warehouse, InstantSource clock) {
        this.stocks = stocks;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    public Outcome receive(String orderId, Report report, String raw) {
        return stocks.transit(orderId, stock -> {
            if (stock == null) {
                return Transition.<Stock, Outcome>none(null, Outcome.UNMATCHED);
            }
            List<String> notices = RawBodies.with(stock.notices(), raw);
            return switch (report) {
                case Report.OfReservation(ReservationAnswer answer) -> ofReservation(stock, answer, notices);
                case Report.OfShipment(ShipmentAnswer answer) -> ofShipment(stock, answer, notices);
            };
        });
    }

    private Transition<Stock, Outcome> ofReservation(Stock stock, ReservationAnswer answer, List<String> notices) {
        if (Reserving.isLateSuccess(stock, answer)) {
            warehouse.release(stock.orderId());
            return Transition.none(stock.noting(notices), Outcome.LATE);
        }
        return stock.reservation() == Reservation.NONE
                ? Transition.none(stock, Outcome.UNMATCHED)
                : outcome(Reserving.answered(stock, answer, notices));
    }

    private Transition<Stock, Outcome> ofShipment(Stock stock, ShipmentAnswer answer, List<String> notices) {
        return stock.shipment() == Shipment.NONE
                ? Transition.none(stock, Outcome.UNMATCHED)
                : outcome(Shipping.answered(stock, answer, notices, clock.instant()));
    }

    private static Transition<Stock, Outcome> outcome(Transition<Stock, Boolean> transition) {
        @Nullable Stock body = transition.body();
        return new Transition<>(body, transition.intents(), transition.outcome() ? Outcome.APPLIED : Outcome.KNOWN);
    }
}
