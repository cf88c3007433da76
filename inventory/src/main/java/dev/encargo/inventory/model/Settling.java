package dev.encargo.inventory.model;

import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The step SettleStock, when the reservation's limit has passed: the document decides, not the clock.
public final class Settling {

    public enum Settled {
        /// The goods are reserved: the execution goes on.
        RESERVED,
        /// The order's hope has ended and its undo is started.
        CLOSED,
        /// Another execution owns the order.
        DUPLICATE
    }

    private Settling() {}

    /// Whether the warehouse has to be asked before [#settle].
    public static boolean mustAsk(@Nullable Stock stock, String execution) {
        return stock != null && !stock.isOwnedByAnother(execution) && stock.awaitsReservation();
    }

    /// `answer` is final and present if [#mustAsk].
    public static Transition<Stock, Settled> settle(
            @Nullable Stock stock, String orderId, String execution, @Nullable ReservationAnswer answer, Instant now) {
        if (stock == null || (stock.reservation() == Reservation.NONE && !stock.isClosed())) {
            return new StockDraft(Stock.orBlank(stock, orderId))
                    .ownedBy(execution)
                    .stop(UndoReason.ReservationTimedOut, now)
                    .startUndo(UndoReason.ReservationTimedOut)
                    .as(Settled.CLOSED);
        }
        if (stock.isOwnedByAnother(execution)) {
            return Transition.none(stock, Settled.DUPLICATE);
        }
        if (stock.awaitsReservation()) {
            return answered(stock, Objects.requireNonNull(answer, "answer"), now);
        }
        boolean reserved = stock.reservation() == Reservation.RESERVED && stock.stop() == null;
        return Transition.none(stock, reserved ? Settled.RESERVED : Settled.CLOSED);
    }

    private static Transition<Stock, Settled> answered(Stock stock, ReservationAnswer answer, Instant now) {
        StockDraft draft = new StockDraft(stock);
        return switch (answer) {
            case ReservationAnswer.Reserved reserved ->
                draft.reserved(reserved.reference()).as(Settled.RESERVED);
            case ReservationAnswer.Refused refused -> draft.refused(refused).as(Settled.CLOSED);
            case ReservationAnswer.Released _ ->
                draft.stop(UndoReason.ReservationTimedOut, now)
                        .startUndo(UndoReason.ReservationTimedOut)
                        .as(Settled.CLOSED);
            case ReservationAnswer.Pending _ -> throw new NotFinal(stock.orderId() + "/reserve");
            case ReservationAnswer.Sold _ -> throw new GoodsSold(stock.orderId());
        };
    }
}
