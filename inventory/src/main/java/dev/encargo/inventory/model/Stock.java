package dev.encargo.inventory.model;

import dev.encargo.platform.effects.WaitingStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What inventory knows of one order. `owner` is the execution that wrote first; `waiting` the newest step to be
/// answered; `checkedAt` when the warehouse was last asked about the shipment; `alarmed` whether a person was
/// called; `sequence` counts published events; `notices` are the newest raw bodies.
public record Stock(
        String orderId,
        List<Unit> units,
        @Nullable String owner,
        @Nullable Stop stop,
        Reservation reservation,
        Shipment shipment,
        @Nullable Recipient recipient,
        @Nullable Instant checkedAt,
        @Nullable WaitingStep waiting,
        boolean alarmed,
        long sequence,
        List<String> notices) {

    public Stock {
        units = List.copyOf(units);
        notices = List.copyOf(notices);
    }

    public static Stock blank(String orderId) {
        return new Stock(
                orderId, List.of(), null, null, Reservation.NONE, Shipment.NONE, null, null, null, false, 0, List.of());
    }

    /// The same, with these raw bodies.
    public Stock noting(List<String> bodies) {
        return new Stock(
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
                bodies);
    }

    static Stock orBlank(@Nullable Stock stock, String orderId) {
        return stock == null ? blank(orderId) : stock;
    }

    public boolean isOwnedByAnother(String execution) {
        return owner != null && !owner.equals(execution);
    }

    /// Whether an answer about the reservation is still wanted.
    public boolean awaitsReservation() {
        return reservation == Reservation.ASKED && stop == null;
    }

    public boolean isClosed() {
        return stop != null || reservation == Reservation.RELEASED;
    }

    /// Where a shipment that is asked for and silent is found.
    public boolean isAwaitingDispatch() {
        return shipment == Shipment.ASKED && stop == null;
    }
}
