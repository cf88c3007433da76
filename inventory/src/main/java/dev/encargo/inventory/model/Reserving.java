package dev.encargo.inventory.model;

import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.WaitingStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step ReserveStock: the first execution owns the order, its goods are asked for once by one key, a later
/// message is answered from the document.
public final class Reserving {

    /// What is left to do beside the document.
    public sealed interface Next {
        record Ask(List<Unit> units) implements Next {}

        record Nothing(String why) implements Next {}
    }

    private Reserving() {}

    public static Transition<Stock, Next> ask(
            @Nullable Stock stock, String orderId, List<Unit> units, WaitingStep step) {
        Stock before = Stock.orBlank(stock, orderId);
        StockDraft draft = new StockDraft(before);
        if (before.isOwnedByAnother(step.execution())) {
            return draft.fail(step, Refusals.DUPLICATE, "another execution owns the order")
                    .as(new Next.Nothing("duplicate"));
        }
        if (before.isClosed()) {
            return closed(before, draft, step);
        }
        if (isSuperseded(step, before.waiting())) {
            return draft.as(new Next.Nothing("superseded"));
        }
        draft.waiting(step);
        return switch (before.reservation()) {
            case NONE -> draft.ownedBy(step.execution()).reserving(units).as(new Next.Ask(units));
            case ASKED -> draft.as(new Next.Ask(before.units()));
            case RESERVED -> draft.succeed(step).as(new Next.Nothing("reserved"));
            case REFUSED, RELEASED ->
                draft.fail(step, Refusals.REFUSED, "the warehouse has refused").as(new Next.Nothing("refused"));
        };
    }

    private static Transition<Stock, Next> closed(Stock before, StockDraft draft, WaitingStep step) {
        UndoReason reason =
                before.stop() == null ? UndoReason.Canceled : before.stop().reason();
        return draft.fail(step, Refusals.closed(reason), "the order is closed").as(new Next.Nothing("closed"));
    }

    private static boolean isSuperseded(WaitingStep step, @Nullable WaitingStep known) {
        return known != null && !step.isLaterThan(known) && !step.equals(known);
    }

    /// Whether goods were reserved for an order that is closed: they are given back by the same keys.
    public static boolean isLateSuccess(Stock stock, ReservationAnswer answer) {
        boolean closed = stock.reservation() == Reservation.RELEASED
                || (stock.reservation() == Reservation.ASKED && stock.stop() != null);
        return closed && answer instanceof ReservationAnswer.Reserved;
    }

    /// What the warehouse says of a reservation that was asked for, in a notice or in the call's own answer.
    public static Transition<Stock, Boolean> answered(Stock stock, ReservationAnswer answer, List<String> notices) {
        if (!stock.awaitsReservation()) {
            return Transition.none(stock.noting(notices), false);
        }
        StockDraft draft = new StockDraft(stock).keep(notices);
        return switch (answer) {
            case ReservationAnswer.Reserved reserved ->
                draft.reserved(reserved.reference()).succeedWaiting().as(true);
            case ReservationAnswer.Refused refused ->
                draft.refused(refused)
                        .failWaiting(Refusals.REFUSED, "the warehouse lacks " + refused.skus())
                        .as(true);
            case ReservationAnswer.Pending _, ReservationAnswer.Released _, ReservationAnswer.Sold _ ->
                Transition.none(stock.noting(notices), false);
        };
    }
}
