package dev.encargo.journeys.protocol;

import dev.encargo.contracts.Event;
import dev.encargo.contracts.InventoryEvent;
import dev.encargo.contracts.InvoiceEvent;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.PaymentEvent;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.UndoRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Numbers the values of one document (0 is absent) and remembers what each real transition made of each value.
final class Desk<T> {

    /// What a transition returned: the next value's number, its outcome, and the messages that its intents become.
    record Result(int next, Object outcome, long messages) {}

    /// What a transition returned, before it is numbered.
    record Returned<T>(T body, List<Intent> intents, Object outcome) {}

    private final UnaryOperator<T> plain;
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();
    private final Map<String, List<Result>> memory = new HashMap<>();

    /// `plain` strips from a value what no transition decides by, such as counters.
    Desk(UnaryOperator<T> plain) {
        this.plain = plain;
        values.add(null);
    }

    T value(int number) {
        return values.get(number);
    }

    int number(T value) {
        if (value == null) {
            return 0;
        }
        return numbers.computeIfAbsent(plain.apply(value), fresh -> {
            values.add(fresh);
            return values.size() - 1;
        });
    }

    /// The result of the transition called `name` (with its arguments) on a value.
    Result apply(String name, int number, Function<T, Returned<T>> transition) {
        List<Result> results = memory.computeIfAbsent(name, _ -> new ArrayList<>());
        while (results.size() <= number) {
            results.add(null);
        }
        Result known = results.get(number);
        if (known == null) {
            Returned<T> returned = transition.apply(value(number));
            known = new Result(number(returned.body()), returned.outcome(), messages(returned.intents()));
            results.set(number, known);
        }
        return known;
    }

    int size() {
        return values.size() - 1;
    }

    private static long messages(List<Intent> intents) {
        long all = 0;
        for (Intent intent : intents) {
            all |= message(intent);
        }
        return all;
    }

    private static long message(Intent intent) {
        return switch (intent) {
            case Intent.Publish publish -> event(publish.event());
            case Intent.Succeed succeed ->
                Message.bit((succeed.token().startsWith("R") ? Message.RESERVE_SUCCEEDED : Message.TAKE_SUCCEEDED)
                        + execution(succeed.token()));
            case Intent.Fail fail -> Message.bit(failure(fail) + execution(fail.token()));
            case Intent.Start start -> start(start.input());
            case Intent.Send _ -> 0;
        };
    }

    private static int failure(Intent.Fail fail) {
        if (fail.token().startsWith("P")) {
            return Message.TAKE_FAILED;
        }
        return fail.error().equals("Duplicate") ? Message.RESERVE_DUPLICATE : Message.RESERVE_FAILED;
    }

    private static int execution(String token) {
        return token.charAt(1) - '1';
    }

    private static long start(Object input) {
        return Message.bit(Message.START_UNDO + ((UndoRequest) input).reason().ordinal());
    }

    /// The facts that move no order's status are left out: no decision depends on them.
    private static long event(Event event) {
        return switch (event) {
            case InventoryEvent.StockReserved _ -> Message.bit(Message.FACT_RESERVED);
            case InventoryEvent.ShipmentDispatched _ -> Message.bit(Message.FACT_DISPATCHED);
            case InventoryEvent.OrderUndone undone ->
                Message.bit(Message.FACT_UNDONE + undone.reason().ordinal());
            case PaymentEvent.PaymentCaptured _ -> Message.bit(Message.FACT_CAPTURED);
            case InvoiceEvent.InvoiceIssued _ -> Message.bit(Message.REQUEST_SHIPMENT);
            case OrderEvent.OrderDispatchRecorded _ -> Message.bit(Message.RECORD_DISPATCH);
            case InventoryEvent _, PaymentEvent _, InvoiceEvent _, OrderEvent _ -> 0;
        };
    }
}
