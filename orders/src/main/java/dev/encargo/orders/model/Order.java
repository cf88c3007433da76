package dev.encargo.orders.model;

import dev.encargo.contracts.Confidential;
import dev.encargo.contracts.OrderEvent;
import dev.encargo.contracts.UndoReason;
import dev.encargo.platform.effects.Intent;
import dev.encargo.platform.effects.UndoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order: what was ordered, the facts that are known, and the status derived from them. A value: every
/// transition returns another one.
///
/// `version` rises with every change, `sequence` with every event; `conflicts` are facts that say otherwise than a
/// known one.
public record Order(
        Terms terms,
        Status status,
        long version,
        long sequence,
        Instant updatedAt,
        Facts facts,
        List<Step> history,
        List<KnownFact> conflicts,
        List<Alert> alerts,
        boolean factMissing) {

    /// For so long a fact may wait for its predecessor before a person is told.
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int CONFLICTS_KEPT = 20;

    public Order {
        history = List.copyOf(history);
        conflicts = List.copyOf(conflicts);
        alerts = List.copyOf(alerts);
    }

    /// A new order and the event that announces it; `confidential` is what the later steps need.
    public static Change place(Terms terms, Confidential confidential) {
        OrderEvent created =
                new OrderEvent.OrderCreated(terms.customerId(), terms.currency(), terms.lines(), terms.totals());
        return new Change(placed(terms), List.of(new Intent.Publish(created, 1, confidential)));
    }

    /// The order as it was when it had just been placed.
    public static Order placed(Terms terms) {
        Instant at = terms.placedAt();
        return new Order(terms, Status.PENDING, 1, 1, at, Facts.NONE, List.of(), List.of(), List.of(), false);
    }

    public String id() {
        return terms.id();
    }

    /// Learns a fact that an event brought. A known one changes nothing; one that says otherwise is kept aside.
    public Change learn(Fact fact, Instant at, String eventId) {
        KnownFact learned = new KnownFact(fact, at, eventId, null);
        Optional<KnownFact> known = facts.find(fact.kind());
        if (known.isEmpty()) {
            return Progress.of(knowing(learned), at);
        }
        return known.get().fact().equals(fact) ? Change.none(this) : disputed(learned);
    }

    /// Moves the order where an operator says.
    public Move moveTo(Status to, String by, Instant at) {
        if (to == status) {
            return new Move.Holds();
        }
        return switch (to) {
            case SHIPPED -> recordDispatch(by, at);
            case DELIVERED -> recordDelivery(by, at);
            case CANCELED -> requestCancel(by, null, at);
            case PENDING, RESERVED, PAID, REJECTED -> refused(Move.Refusal.NOT_FROM_HERE);
        };
    }

    /// Asks for a cancel, at any instant. The workflow UndoOrder answers it.
    public Move requestCancel(String by, @Nullable String reason, Instant at) {
        if (facts.dispatched()) {
            return refused(Move.Refusal.ALREADY_DISPATCHED);
        }
        if (status.isFinal()) {
            return refused(Move.Refusal.ALREADY_CLOSED);
        }
        if (facts.has(FactKind.CANCEL_ASKED)) {
            return new Move.Holds();
        }
        Order asked = knowing(new KnownFact(new Fact.CancelAsked(by, reason), at, null, sequence + 1));
        Intent start = UndoRequest.start(id(), UndoReason.Canceled);
        Change announced = Progress.announced(asked, new OrderEvent.OrderCancelRequested(by, reason), at);
        return new Move.Made(announced.and(order -> new Change(order, List.of(start))));
    }

    /// An operator states that the parcel has left. Refused while a cancel is pending: this document decides
    /// between the two.
    public Move recordDispatch(String by, Instant at) {
        if (status == Status.SHIPPED) {
            return new Move.Holds();
        }
        if (status != Status.PAID) {
            return refused(Move.Refusal.NOT_FROM_HERE);
        }
        if (cancelPending()) {
            return new Move.Refused(Move.Refusal.CANCEL_PENDING, List.of(Status.CANCELED));
        }
        Order left = knowing(new KnownFact(new Fact.DispatchRecorded(by), at, null, sequence + 1));
        return new Move.Made(Progress.announced(left, new OrderEvent.OrderDispatchRecorded(by), at));
    }

    /// An operator states that the parcel has arrived.
    public Move recordDelivery(String by, Instant at) {
        if (status == Status.DELIVERED) {
            return new Move.Holds();
        }
        if (status != Status.SHIPPED) {
            return refused(Move.Refusal.NOT_FROM_HERE);
        }
        return new Move.Made(Progress.of(knowing(new KnownFact(new Fact.DeliveryRecorded(by), at, null, null)), at));
    }

    /// Notes that a person should look at this order, unless the facts show that it is over.
    public Change raise(String attention, String reason, Instant at) {
        Alert alert = new Alert(attention, reason, at);
        if (raised(attention) || alert.settledBy(facts)) {
            return Change.none(this);
        }
        List<Alert> all = new ArrayList<>(alerts);
        all.add(alert);
        all.sort(Comparator.comparing(Alert::attention));
        return Change.none(revised(facts, conflicts, all, factMissing, at).next());
    }

    /// Notes that a fact has waited too long for its predecessor.
    public Change flagMissingFact(Instant now) {
        boolean due =
                waitingSince().map(since -> !since.plus(PATIENCE).isAfter(now)).orElse(false);
        return factMissing || !due
                ? Change.none(this)
                : Change.none(revised(facts, conflicts, alerts, true, now).next());
    }

    /// Since when the oldest fact has waited for its predecessor; none when nothing waits or nothing can follow.
    public Optional<Instant> waitingSince() {
        return status.isFinal()
                ? Optional.empty()
                : facts.waiting().stream().map(KnownFact::at).min(Comparator.naturalOrder());
    }

    public Optional<String> attention() {
        return Attention.of(this);
    }

    /// Why the order was closed.
    public Optional<UndoReason> reason() {
        return status.isClosed() ? facts.undoReason() : Optional.empty();
    }

    public Optional<Cancellation> cancellation() {
        return facts.find(FactKind.CANCEL_ASKED).map(asked -> new Cancellation(asked.at(), outcome()));
    }

    public boolean cancelPending() {
        return facts.has(FactKind.CANCEL_ASKED) && outcome() == Cancellation.Outcome.PENDING;
    }

    /// The states that an operator may name now.
    public List<Status> allowed() {
        return status.operatorMoves().stream()
                .filter(to -> !(to == Status.CANCELED && facts.dispatched()))
                .filter(to -> !(to == Status.SHIPPED && cancelPending()))
                .toList();
    }

    boolean raised(String attention) {
        return alerts.stream().anyMatch(alert -> alert.attention().equals(attention));
    }

    /// Money was taken, the order's hope has ended, and the money is not back yet.
    boolean owesRefund() {
        boolean ended = cancelPending() || facts.has(FactKind.PAYMENT_DECLINED) || facts.has(FactKind.STOCK_REFUSED);
        return ended && !status.isFinal() && facts.holdMoney();
    }

    /// Undone, and yet shipped or charged for good.
    boolean contradictsItself() {
        return facts.undone() && (facts.dispatched() || !status.isClosed());
    }

    Order next() {
        return new Order(
                terms, status, version + 1, sequence, updatedAt, facts, history, conflicts, alerts, factMissing);
    }

    Order said() {
        return new Order(
                terms, status, version, sequence + 1, updatedAt, facts, history, conflicts, alerts, factMissing);
    }

    Order reaching(Status to, Instant at) {
        List<Step> steps = new ArrayList<>(history);
        steps.add(new Step(status, to, at, version + 1, sequence + 1));
        boolean missing = factMissing && !to.isFinal() && facts.anyWaits();
        return new Order(terms, to, version + 1, sequence + 1, updatedAt, facts, steps, conflicts, alerts, missing);
    }

    private Order knowing(KnownFact fact) {
        Facts all = facts.with(fact);
        List<Alert> open =
                alerts.stream().filter(alert -> !alert.settledBy(all)).toList();
        return revised(all, conflicts, open, factMissing && all.anyWaits(), fact.at());
    }

    private Change disputed(KnownFact fact) {
        boolean noted = conflicts.stream().anyMatch(known -> known.fact().equals(fact.fact()));
        if (noted || conflicts.size() >= CONFLICTS_KEPT) {
            return Change.none(this);
        }
        List<KnownFact> all = new ArrayList<>(conflicts);
        all.add(fact);
        return Change.none(revised(facts, all, alerts, factMissing, fact.at()).next());
    }

    private Order revised(Facts facts, List<KnownFact> conflicts, List<Alert> alerts, boolean factMissing, Instant at) {
        Instant latest = at.isAfter(updatedAt) ? at : updatedAt;
        return new Order(terms, status, version, sequence, latest, facts, history, conflicts, alerts, factMissing);
    }

    private Move refused(Move.Refusal refusal) {
        return new Move.Refused(refusal, allowed());
    }

    private Cancellation.Outcome outcome() {
        if (facts.dispatched()) {
            return Cancellation.Outcome.TOO_LATE;
        }
        return facts.undone() ? Cancellation.Outcome.DONE : Cancellation.Outcome.PENDING;
    }
}
