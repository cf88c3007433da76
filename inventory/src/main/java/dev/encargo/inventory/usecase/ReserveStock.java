package dev.encargo.inventory.usecase;

import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.Reserving;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.model.Unit;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.inventory.warehouse.Warehouse;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.effects.WaitingStep;
import java.util.List;

/// Asks the warehouse for an order's goods: one write first, then the call.
public final class ReserveStock {

    public record Request(String orderId, List<Unit> units, WaitingStep step) {
        public Request {
            units = List.copyOf(units);
        }
    }

    public sealed interface Outcome {
        /// The warehouse was called; its decision follows in a notice unless it was in the answer.
        record Asked() implements Outcome {}

        /// The document decided: `why` is duplicate, closed, superseded, reserved or refused.
        record Answered(String why) implements Outcome {}
    }

    private final Stocks stocks;
    private final Warehouse warehouse;

    public ReserveStock(Stocks stocks, Warehouse warehouse) {
        this.stocks = stocks;
        this.warehouse = warehouse;
    }

    public Outcome reserve(Request request) {
        Reserving.Next next = stocks.transit(
                request.orderId(), stock -> Reserving.ask(stock, request.orderId(), request.units(), request.step()));
        return switch (next) {
            case Reserving.Next.Nothing(String why) -> new Outcome.Answered(why);
            case Reserving.Next.Ask(List<Unit> units) -> ask(request.orderId(), units);
        };
    }

    private Outcome ask(String orderId, List<Unit> units) {
        ReservationAnswer answer = warehouse.reserve(orderId, units);
        if (!(answer instanceof ReservationAnswer.Pending)) {
            stocks.transit(
                    orderId,
                    stock -> stock == null
                            ? Transition.<Stock, Boolean>none(null, false)
                            : Reserving.answered(stock, answer, stock.notices()));
        }
        return new Outcome.Asked();
    }
}
