package dev.encargo.journeys.protocol;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.Line;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.Totals;
import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.GivenBack;
import dev.encargo.inventory.model.GoodsSold;
import dev.encargo.inventory.model.Recipient;
import dev.encargo.inventory.model.ReservationAnswer;
import dev.encargo.inventory.model.Reserving;
import dev.encargo.inventory.model.ShipmentAnswer;
import dev.encargo.inventory.model.Shipping;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.model.Stopping;
import dev.encargo.inventory.model.Unit;
import dev.encargo.invoices.model.Bill;
import dev.encargo.invoices.model.Crediting;
import dev.encargo.invoices.model.Filed;
import dev.encargo.invoices.model.Invoice;
import dev.encargo.invoices.model.Issuing;
import dev.encargo.invoices.model.Seller;
import dev.encargo.invoices.model.Series;
import dev.encargo.orders.model.Change;
import dev.encargo.orders.model.Fact;
import dev.encargo.orders.model.FactKind;
import dev.encargo.orders.model.Facts;
import dev.encargo.orders.model.KnownFact;
import dev.encargo.orders.model.Move;
import dev.encargo.orders.model.Order;
import dev.encargo.orders.model.Status;
import dev.encargo.orders.model.Terms;
import dev.encargo.payments.model.Payment;
import dev.encargo.payments.model.PaymentAnswer;
import dev.encargo.payments.model.Refunding;
import dev.encargo.payments.model.Taking;
import dev.encargo.payments.model.Trail;
import dev.encargo.platform.documents.Decision;
import dev.encargo.platform.documents.Transition;
import dev.encargo.platform.documents.Versioned;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.WaitingStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The four contexts' real transitions, remembered. Here a rule can be switched off: around the transition, never
/// inside it.
final class Documents {
    static final String ORDER = "ord_1";
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Money PRICE = new Money(4380, "EUR");
    private static final List<Line> LINES =
            List.of(new Line("TEE", null, 2, new Money(2190, "EUR"), new BigDecimal("0.21"), PRICE));
    private static final Totals TOTALS = Totals.of(LINES, "EUR");
    private static final Confidential CUSTOMER = new Confidential(null, null, null, null, null, null);
    private static final List<Unit> UNITS = List.of(new Unit("TEE", 2));
    private static final Taking.Wanted WANTED = new Taking.Wanted(ORDER, TOTALS.gross(), "pm_ok", CUSTOMER);
    private static final Series SERIES = Series.of("F", TODAY);
    private static final Bill BILL =
            new Bill(ORDER, TODAY, "c-1", LINES, TOTALS, CUSTOMER, new Seller("Shop", "Street 1", "ES1"));
    private static final Filed INVOICE = new Filed("F-2026-000001", TODAY, "invoice.pdf", "00");
    private static final Filed CREDIT_NOTE = new Filed("R-2026-000001", TODAY, "credit-note.pdf", "01");

    final Rules rules;
    final Desk<Stock> stocks = new Desk<>(Documents::plain);
    final Desk<Payment> payments = new Desk<>(Documents::plain);
    final Desk<Invoice> invoices = new Desk<>(Function.<Invoice>identity()::apply);
    final Desk<Order> orders = new Desk<>(Documents::plain);
    final int placed;

    Documents(Rules rules) {
        this.rules = rules;
        this.placed = orders.number(Order.placed(new Terms(ORDER, "c-1", "EUR", LINES, TOTALS, CUSTOMER, NOW)));
    }

    static String execution(int e) {
        return "e" + (e + 1);
    }

    private static WaitingStep step(String state, int e, String execution) {
        return new WaitingStep(state + (e + 1), execution, NOW.plusSeconds(e * 10L + (state.equals("R") ? 1 : 2)), 0);
    }

    // inventory

    Desk.Result reserve(int stock, int e) {
        return stocks.apply("reserve" + e, stock, value -> {
            boolean borrowed = !rules.on(Rule.OWNER_ANSWERS) && value != null && value.owner() != null;
            String execution = borrowed ? value.owner() : execution(e);
            return returned(Reserving.ask(value, ORDER, UNITS, step("R", e, execution)));
        });
    }

    Desk.Result reservationSaid(int stock, int goods) {
        return stocks.apply(
                "reservationSaid" + goods,
                stock,
                value -> Reserving.isLateSuccess(value, goods(goods))
                        ? new Desk.Returned<>(value, List.of(), "LATE")
                        : returned(Reserving.answered(value, goods(goods), List.of())));
    }

    boolean mustAskToSettleStock(int stock, int e) {
        return dev.encargo.inventory.model.Settling.mustAsk(stocks.value(stock), settler(stocks.value(stock), e));
    }

    Desk.Result settleStock(int stock, int e, int goods) {
        return stocks.apply("settleStock" + e + goods, stock, value -> {
            String execution = settler(value, e);
            boolean asked = dev.encargo.inventory.model.Settling.mustAsk(value, execution);
            Desk.Returned<Stock> settled = faulty(
                    value,
                    () -> dev.encargo.inventory.model.Settling.settle(
                            value, ORDER, execution, asked ? goods(goods) : null, NOW));
            return value == null && !rules.on(Rule.INSERT_STOCK_CLOSED) ? unwritten(value, settled) : settled;
        });
    }

    private String settler(Stock value, int e) {
        boolean borrowed = !rules.on(Rule.OWNER_SETTLES) && value != null && value.owner() != null;
        return borrowed ? value.owner() : execution(e);
    }

    boolean mustAskToStop(int stock) {
        return rules.on(Rule.ASK_SHIPMENT) && Stopping.mustAsk(stocks.value(stock));
    }

    Desk.Result stop(int stock, UndoReason reason, int parcel) {
        return stocks.apply("stop" + reason + parcel, stock, value -> {
            ShipmentAnswer answer = Stopping.mustAsk(value) ? parcel(parcel) : null;
            if (!rules.on(Rule.ASK_SHIPMENT) && answer != null) {
                answer = new ShipmentAnswer.Canceled();
            }
            Desk.Returned<Stock> stopped = returned(Stopping.stop(value, ORDER, reason, answer, NOW));
            boolean nothingToStop = value == null || value.shipment() == dev.encargo.inventory.model.Shipment.NONE;
            return nothingToStop && !rules.on(Rule.INSERT_SHIPMENT_STOPPED)
                    ? new Desk.Returned<>(value, List.of(), stopped.outcome())
                    : stopped;
        });
    }

    boolean mustAskToRelease(int stock) {
        Stock value = stocks.value(stock);
        boolean open = value != null && value.reservation() == dev.encargo.inventory.model.Reservation.ASKED;
        return dev.encargo.inventory.model.Releasing.mustAsk(value) && (rules.on(Rule.ASK_STOCK) || !open);
    }

    Desk.Result release(int stock, UndoReason reason, int goods) {
        return stocks.apply("release" + reason + goods, stock, value -> {
            boolean asked = dev.encargo.inventory.model.Releasing.mustAsk(value);
            ReservationAnswer answer = !asked ? null : mustAskToRelease(stock) ? goods(goods) : goods(World.BARRED);
            Desk.Returned<Stock> released = faulty(
                    value,
                    () -> dev.encargo.inventory.model.Releasing.release(
                            value, ORDER, reason, answer, GivenBack.NOTHING, NOW));
            boolean nothingReserved =
                    value == null || value.reservation() == dev.encargo.inventory.model.Reservation.NONE;
            return nothingReserved && !rules.on(Rule.INSERT_STOCK_CLOSED) ? unwritten(value, released) : released;
        });
    }

    Desk.Result requestShipment(int stock) {
        return stocks.apply(
                "requestShipment",
                stock,
                value -> value == null
                        ? new Desk.Returned<>(null, List.of(), false)
                        : returned(Shipping.ask(value, new Recipient(null, null), NOW)));
    }

    Desk.Result shipmentSaid(int stock, int parcel) {
        return stocks.apply(
                "shipmentSaid" + parcel,
                stock,
                value -> returned(Shipping.answered(value, parcel(parcel), List.of(), NOW)));
    }

    boolean mustStopToHandOver(int stock) {
        return stocks.value(stock) != null && Shipping.mustStop(stocks.value(stock));
    }

    boolean mustCollectToHandOver(int stock) {
        return stocks.value(stock) != null && Shipping.mustCollect(stocks.value(stock));
    }

    Desk.Result handOver(int stock, int parcel, int goods) {
        return stocks.apply(
                "handOver" + parcel + goods,
                stock,
                value -> value == null
                        ? new Desk.Returned<>(null, List.of(), false)
                        : returned(Shipping.handOver(
                                value,
                                Shipping.mustStop(value) ? parcel(parcel) : null,
                                Shipping.mustCollect(value) ? goods(goods) : null)));
    }

    // payments

    Desk.Result take(int payment, int e) {
        return payments.apply(
                "take" + e, payment, value -> returned(Taking.ask(value, WANTED, step("P", e, execution(e)))));
    }

    Desk.Result paymentSaid(int payment, int money) {
        return payments.apply(
                "paymentSaid" + money,
                payment,
                value -> Refunding.isLateSuccess(value, money(money))
                        ? returned(Refunding.lateRefund(value, money(World.UNDONE), List.of()))
                        : returned(Taking.answered(value, money(money), List.of())));
    }

    boolean isLateMoney(int payment) {
        return Refunding.isLateSuccess(payments.value(payment), money(World.DONE));
    }

    boolean mustAskToSettlePayment(int payment) {
        return dev.encargo.payments.model.Settling.mustAsk(payments.value(payment));
    }

    Desk.Result settlePayment(int payment, int money) {
        return payments.apply("settlePayment" + money, payment, value -> {
            PaymentAnswer answer = dev.encargo.payments.model.Settling.mustAsk(value) ? money(money) : null;
            Desk.Returned<Payment> settled = returned(dev.encargo.payments.model.Settling.settle(value, ORDER, answer));
            return value == null && !rules.on(Rule.INSERT_PAYMENT_CLOSED) ? unwritten(null, settled) : settled;
        });
    }

    boolean isPayment(int payment, Class<? extends Payment> state) {
        return state.isInstance(payments.value(payment));
    }

    boolean mustAskToRefund(int payment) {
        boolean asked = isPayment(payment, Payment.Asked.class);
        return Refunding.mustAsk(payments.value(payment)) && (rules.on(Rule.ASK_PAYMENT) || !asked);
    }

    Desk.Result refund(int payment, UndoReason reason, int money) {
        return payments.apply("refund" + reason + money, payment, value -> {
            PaymentAnswer answer = !Refunding.mustAsk(value)
                    ? null
                    : mustAskToRefund(payment) ? money(money) : new PaymentAnswer.Canceled();
            Desk.Returned<Payment> refunded = returned(Refunding.refund(value, ORDER, reason, answer));
            return value == null && !rules.on(Rule.INSERT_PAYMENT_CLOSED) ? unwritten(null, refunded) : refunded;
        });
    }

    // invoices

    Desk.Result draftInvoice(int invoice) {
        return invoices.apply("draft", invoice, value -> decided(value, Issuing.draft(versioned(value), BILL, SERIES)));
    }

    Desk.Result issueInvoice(int invoice) {
        return invoices.apply("issue", invoice, value -> decided(value, Issuing.issue(versioned(value), INVOICE)));
    }

    /// One write of CreditInvoice, whichever comes next.
    Desk.Result creditInvoice(int invoice) {
        return invoices.apply("credit", invoice, value -> switch (value) {
            case null ->
                rules.on(Rule.INSERT_INVOICE_CLOSED)
                        ? decided(null, Crediting.close(null, "Canceled"))
                        : new Desk.Returned<>(null, List.of(), "none");
            case Invoice.Drafted _ -> decided(value, Issuing.issue(versioned(value), INVOICE));
            case Invoice.Issued _ -> decided(value, Crediting.start(versioned(value), SERIES, "Canceled"));
            case Invoice.Crediting _ -> decided(value, Crediting.credit(versioned(value), CREDIT_NOTE));
            case Invoice.Credited _, Invoice.Closed _ -> new Desk.Returned<>(value, List.of(), "known");
        });
    }

    // orders

    Desk.Result learn(int order, int message) {
        return orders.apply(
                "learn" + message, order, value -> changed(value.learn(fact(message), NOW, "evt_" + message)));
    }

    Desk.Result cancel(int order) {
        return orders.apply("cancel", order, value -> {
            Move move = value.requestCancel("customer", null, NOW);
            if (move instanceof Move.Refused && !rules.on(Rule.ARBITRATE) && value.status() == Status.SHIPPED) {
                Order hidden = with(
                        value, Status.PAID, without(value, FactKind.DISPATCH_RECORDED, FactKind.SHIPMENT_DISPATCHED));
                Move.Made made = (Move.Made) hidden.requestCancel("customer", null, NOW);
                Facts asked = value.facts()
                        .with(made.change()
                                .order()
                                .facts()
                                .find(FactKind.CANCEL_ASKED)
                                .orElseThrow());
                return new Desk.Returned<>(
                        with(value, Status.SHIPPED, asked),
                        started(made.change().intents()),
                        true);
            }
            return moved(value, move);
        });
    }

    Desk.Result recordDispatch(int order) {
        return orders.apply("dispatch", order, value -> {
            if (rules.on(Rule.ARBITRATE) || !value.cancelPending()) {
                return moved(value, value.recordDispatch("operator", NOW));
            }
            Move move = with(value, value.status(), without(value, FactKind.CANCEL_ASKED))
                    .recordDispatch("operator", NOW);
            if (!(move instanceof Move.Made made)) {
                return new Desk.Returned<>(value, List.of(), false);
            }
            Facts both = made.change()
                    .order()
                    .facts()
                    .with(value.facts().find(FactKind.CANCEL_ASKED).orElseThrow());
            return new Desk.Returned<>(
                    with(value, made.change().order().status(), both),
                    made.change().intents(),
                    true);
        });
    }

    private Desk.Returned<Order> moved(Order before, Move move) {
        return move instanceof Move.Made made
                ? new Desk.Returned<>(
                        made.change().order(), started(made.change().intents()), true)
                : new Desk.Returned<>(before, List.of(), false);
    }

    private List<Intent> started(List<Intent> intents) {
        return intents.stream()
                .filter(intent -> rules.on(Rule.START_UNDO) || !(intent instanceof Intent.Start))
                .toList();
    }

    private static Desk.Returned<Order> changed(Change change) {
        return new Desk.Returned<>(change.order(), change.intents(), true);
    }

    private static Fact fact(int message) {
        return switch (message) {
            case Message.FACT_RESERVED -> new Fact.StockReserved("res_1");
            case Message.FACT_CAPTURED -> new Fact.PaymentCaptured(TOTALS.gross(), "pay_1");
            case Message.FACT_DISPATCHED -> new Fact.ShipmentDispatched("shp_1");
            default -> new Fact.OrderUndone(UndoReason.values()[message - Message.FACT_UNDONE], null, null);
        };
    }

    private static Facts without(Order order, FactKind... kinds) {
        List<KnownFact> left = new ArrayList<>(order.facts().known());
        left.removeIf(fact -> List.of(kinds).contains(fact.kind()));
        return new Facts(left);
    }

    // answers of the outside parties, by the state they are in

    private static ReservationAnswer goods(int goods) {
        return switch (goods) {
            case World.DONE -> new ReservationAnswer.Reserved("res_1");
            case World.REFUSED -> new ReservationAnswer.Refused("out_of_stock", List.of());
            case World.UNDONE -> new ReservationAnswer.Released("res_1");
            case World.SOLD -> new ReservationAnswer.Sold();
            default -> new ReservationAnswer.Released(null);
        };
    }

    private static PaymentAnswer money(int money) {
        return switch (money) {
            case World.DONE -> new PaymentAnswer.Captured(TOTALS.gross(), "pay_1");
            case World.REFUSED -> new PaymentAnswer.Declined("card_declined");
            case World.UNDONE -> new PaymentAnswer.Refunded(TOTALS.gross(), "pay_1");
            default -> new PaymentAnswer.Canceled();
        };
    }

    private static ShipmentAnswer parcel(int parcel) {
        return switch (parcel) {
            case World.DONE -> new ShipmentAnswer.Requested();
            case World.SOLD -> new ShipmentAnswer.Dispatched("shp_1");
            default -> new ShipmentAnswer.Canceled();
        };
    }

    // values without what no transition decides by

    private static Stock plain(Stock stock) {
        return new Stock(
                stock.orderId(),
                stock.units(),
                stock.owner(),
                stock.stop(),
                stock.reservation(),
                stock.shipment(),
                stock.recipient(),
                stock.checkedAt(),
                stock.waiting(),
                stock.alarmed(),
                0,
                List.of());
    }

    private static Payment plain(Payment payment) {
        Trail trail = payment.trail();
        return payment.with(
                new Trail(trail.orderId(), trail.customer(), trail.waiting(), trail.alarmed(), 0, List.of()));
    }

    private static Order plain(Order order) {
        return with(order, order.status(), order.facts());
    }

    private static Order with(Order order, Status status, Facts facts) {
        return new Order(order.terms(), status, 1, 1, NOW, facts, List.of(), List.of(), List.of(), false);
    }

    private static <T> Desk.Returned<T> returned(Transition<T, ?> transition) {
        return new Desk.Returned<>(transition.body(), transition.intents(), transition.outcome());
    }

    private static <T> Desk.Returned<T> unwritten(T before, Desk.Returned<T> returned) {
        return new Desk.Returned<>(before, returned.intents(), returned.outcome());
    }

    /// A step that fails changes nothing and is tried again for ever.
    private static Desk.Returned<Stock> faulty(
            Stock before, java.util.function.Supplier<Transition<Stock, ?>> transition) {
        try {
            return returned(transition.get());
        } catch (GoodsSold fault) {
            return new Desk.Returned<>(before, List.of(), fault.getClass());
        }
    }

    private static Versioned<Invoice> versioned(Invoice invoice) {
        return invoice == null ? null : new Versioned<>(invoice, 1);
    }

    private static Desk.Returned<Invoice> decided(Invoice before, Decision<Invoice, Invoice> decision) {
        return switch (decision) {
            case Decision.Keep<Invoice, Invoice> keep -> new Desk.Returned<>(before, List.of(), keep.outcome());
            case Decision.Write<Invoice, Invoice> write ->
                new Desk.Returned<>(write.body(), write.intents(), write.outcome());
        };
    }
}
