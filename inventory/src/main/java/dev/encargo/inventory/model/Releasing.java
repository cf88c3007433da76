package dev.encargo.inventory.model;

import dev.encargo.contracts.InventoryEvent.StockReleased;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The undo's last step ReleaseStock: the goods are given back, then nothing is owed and the order is undone.
public final class Releasing {

    public enum Released {
        RELEASED,
        KNOWN
    }

    private Releasing() {}

    /// Whether the warehouse has to be asked before [#release].
    public static boolean mustAsk(@Nullable Stock stock) {
        return stock != null
                && (stock.reservation() == Reservation.ASKED || stock.reservation() == Reservation.RESERVED);
    }

    /// `answer` is final and present if [#mustAsk]; `givenBack` is told to the order.
    public static Transition<Stock, Released> release(
            @Nullable Stock stock,
            String orderId,
            UndoReason reason,
            @Nullable ReservationAnswer answer,
            GivenBack givenBack,
            Instant now) {
        if (stock != null && stock.reservation() == Reservation.RELEASED) {
            return Transition.none(stock, Released.KNOWN);
        }
        StockDraft draft = new StockDraft(Stock.orBlank(stock, orderId)).stop(reason, now);
        if (mustAsk(stock)) {
            giveBack(draft, orderId, Objects.requireNonNull(answer, "answer"));
        }
        return draft.released().undone(givenBack).as(Released.RELEASED);
    }

    private static void giveBack(StockDraft draft, String orderId, ReservationAnswer answer) {
        switch (answer) {
            case ReservationAnswer.Released released -> {
                if (released.reference() != null) {
                    draft.publish(new StockReleased(released.reference()));
                }
            }
            case ReservationAnswer.Refused _ -> {}
            case ReservationAnswer.Reserved _, ReservationAnswer.Pending _ -> throw new NotFinal(orderId + "/reserve");
            case ReservationAnswer.Sold _ -> throw new GoodsSold(orderId);
        }
    }
}
