package dev.encargo.orders.model;

import dev.encargo.contracts.UndoReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The facts of one order, at most one of a kind, in the order of their kinds: equal whatever the order of arrival.
public record Facts(List<KnownFact> known) {
    public static final Facts NONE = new Facts(List.of());

    public Facts {
        known = List.copyOf(known);
    }

    public boolean has(FactKind kind) {
        return lookUp(kind) != null;
    }

    public Optional<KnownFact> find(FactKind kind) {
        return Optional.ofNullable(lookUp(kind));
    }

    /// Known, and so is all that has to come before.
    public boolean applies(FactKind kind) {
        return has(kind) && !waits(kind);
    }

    /// Known, but without its predecessor.
    public boolean waitsFor(FactKind kind) {
        return has(kind) && waits(kind);
    }

    /// The known facts that wait for a predecessor.
    public List<KnownFact> waiting() {
        return known.stream().filter(fact -> waits(fact.kind())).toList();
    }

    public boolean anyWaits() {
        for (KnownFact fact : known) {
            if (waits(fact.kind())) {
                return true;
            }
        }
        return false;
    }

    public boolean dispatched() {
        return has(FactKind.DISPATCH_RECORDED) || has(FactKind.SHIPMENT_DISPATCHED);
    }

    public boolean undone() {
        return has(FactKind.ORDER_UNDONE);
    }

    /// The reason of the undo that has ended.
    public Optional<UndoReason> undoReason() {
        return undo().map(Fact.OrderUndone::cause);
    }

    /// How the order was undone.
    public Optional<Fact.OrderUndone> undo() {
        return fact(FactKind.ORDER_UNDONE) instanceof Fact.OrderUndone undone ? Optional.of(undone) : Optional.empty();
    }

    boolean leaves() {
        return applies(FactKind.DISPATCH_RECORDED) || applies(FactKind.SHIPMENT_DISPATCHED);
    }

    boolean arrives() {
        return applies(FactKind.DELIVERY_RECORDED) || applies(FactKind.SHIPMENT_DELIVERED);
    }

    /// Money was taken and is not known to be back.
    boolean holdMoney() {
        return (has(FactKind.PAYMENT_CAPTURED) || wrongAmountTaken()) && !has(FactKind.PAYMENT_REFUNDED);
    }

    private boolean wrongAmountTaken() {
        return fact(FactKind.PAYMENT_DECLINED) instanceof Fact.PaymentDeclined declined && declined.captured() != null;
    }

    private @Nullable Fact fact(FactKind kind) {
        @Nullable KnownFact known = lookUp(kind);
        return known == null ? null : known.fact();
    }

    public Facts with(KnownFact fact) {
        List<KnownFact> all = new ArrayList<>(known.size() + 1);
        all.addAll(known);
        all.add(fact);
        all.sort(Comparator.comparing(KnownFact::kind));
        return new Facts(all);
    }

    private boolean waits(FactKind kind) {
        if (kind.predecessors().isEmpty()) {
            return false;
        }
        for (FactKind predecessor : kind.predecessors()) {
            if (applies(predecessor)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable KnownFact lookUp(FactKind kind) {
        for (KnownFact fact : known) {
            if (fact.kind() == kind) {
                return fact;
            }
        }
        return null;
    }
}
