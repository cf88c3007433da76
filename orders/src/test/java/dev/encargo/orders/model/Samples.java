package dev.encargo.orders.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.Totals;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.effects.Intent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// An ordinary order and what may become known of it.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T09:41:58Z");
    static final Money PRICE = new Money(5300, "EUR");
    static final List<Line> LINES = List.of(
            new Line("TEE-BLK-M", null, 2, new Money(2190, "EUR"), new BigDecimal("0.21"), new Money(4380, "EUR")));
    static final Confidential ANA = new Confidential("Ana", "ana@example.es", "es", null, null, "pm_ok");
    static final Terms TERMS =
            new Terms("ord_01M86EXYKGYHB10ZDHQHH140Z1", "c-1", "EUR", LINES, Totals.of(LINES, "EUR"), ANA, NOW);

    static final Fact RESERVED = new Fact.StockReserved("res-1");
    static final Fact REFUSED = new Fact.StockRefused("OutOfStock", List.of("TEE-BLK-M"));
    static final Fact CAPTURED = new Fact.PaymentCaptured(PRICE, "pay-1");
    static final Fact DECLINED = new Fact.PaymentDeclined("InsufficientFunds", null);
    static final Fact ISSUED = new Fact.InvoiceIssued("F-2026-1", LocalDate.of(2026, 11, 24), PRICE);
    static final Fact REQUESTED = new Fact.ShipmentRequested("shp-1");
    static final Fact DISPATCHED = new Fact.ShipmentDispatched("shp-1");
    static final Fact DELIVERED = new Fact.ShipmentDelivered("shp-1");
    static final Fact CREDITED = new Fact.InvoiceCredited("F-2026-1", "C-2026-1", LocalDate.of(2026, 11, 24), PRICE);
    static final Fact REFUNDED = new Fact.PaymentRefunded(PRICE, "pay-1", false);
    static final Fact LATE_REFUND = new Fact.PaymentRefunded(PRICE, "pay-1", true);
    static final Fact RELEASED = new Fact.StockReleased("res-1");

    private Samples() {}

    static Fact undone(UndoReason reason) {
        return new Fact.OrderUndone(reason, null, null);
    }

    static Order placed() {
        return Order.placed(TERMS);
    }

    static Change learn(Order order, Fact... facts) {
        Change change = Change.none(order);
        for (Fact fact : facts) {
            change = change.and(known -> known.learn(fact, at(fact), "evt_" + fact.kind()));
        }
        return change;
    }

    /// Facts happen in the order of their kinds, a second each.
    static Instant at(Fact fact) {
        return NOW.plusSeconds(1 + fact.kind().ordinal());
    }

    static Order order(Fact... facts) {
        return learn(placed(), facts).order();
    }

    static Order cancelAsked(Order order) {
        return ((Move.Made) order.requestCancel("customer", null, NOW.plusSeconds(30)))
                .change()
                .order();
    }

    static List<Long> sequences(Collection<Intent> intents) {
        List<Long> sequences = new ArrayList<>();
        for (Intent intent : intents) {
            if (intent instanceof Intent.Publish publish) {
                sequences.add(publish.sequence());
            }
        }
        return sequences;
    }

    static List<String> edges(Collection<Intent> intents) {
        List<String> edges = new ArrayList<>();
        for (Intent intent : intents) {
            if (intent instanceof Intent.Publish publish
                    && publish.event() instanceof OrderEvent.OrderStatusChanged changed) {
                edges.add(changed.from() + ">" + changed.to());
            }
        }
        return edges;
    }
}
