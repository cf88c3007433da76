package dev.encargo.orders.model;

import java.util.List;

/// The kinds of facts that an order keeps, one of each. A fact applies once one of its predecessors applies.
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum FactKind {
    STOCK_RESERVED,
    STOCK_REFUSED,
    PAYMENT_CAPTURED(STOCK_RESERVED),
    PAYMENT_DECLINED(STOCK_RESERVED),
    INVOICE_ISSUED(PAYMENT_CAPTURED),
    SHIPMENT_REQUESTED(INVOICE_ISSUED),
    DISPATCH_RECORDED,
    SHIPMENT_DISPATCHED(PAYMENT_CAPTURED),
    DELIVERY_RECORDED,
    SHIPMENT_DELIVERED(DISPATCH_RECORDED, SHIPMENT_DISPATCHED),
    CANCEL_ASKED,
    INVOICE_CREDITED(INVOICE_ISSUED),
    PAYMENT_REFUNDED,
    STOCK_RELEASED,
    ORDER_UNDONE;

    private final List<FactKind> predecessors;

    FactKind(FactKind... predecessors) {
        this.predecessors = List.of(predecessors);
    }

    /// Any one of these has to apply first; empty when none has to.
    public List<FactKind> predecessors() {
        return predecessors;
    }
}
