package dev.encargo.orders.model;

import java.util.List;

/// The kinds of facts that an order keeps, one of each. A fact applies once one of its predecessors applies.
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum FactKind {
    STOCK_RESERVED,
    STOCK_REFUSED,
    PAYMENT_CAPTURED,
    PAYMENT_DECLINED,
    INVOICE_ISSUED,
    SHIPMENT_REQUESTED,
    DISPATCH_RECORDED,
    SHIPMENT_DISPATCHED,
    DELIVERY_RECORDED,
    SHIPMENT_DELIVERED,
    CANCEL_ASKED,
    INVOICE_CREDITED,
    PAYMENT_REFUNDED,
    STOCK_RELEASED,
    ORDER_UNDONE;

    /// Any one of these has to apply first; empty when none has to.
    public List<FactKind> predecessors() {
        return switch (this) {
            case PAYMENT_CAPTURED, PAYMENT_DECLINED -> List.of(STOCK_RESERVED);
            case INVOICE_ISSUED, SHIPMENT_DISPATCHED -> List.of(PAYMENT_CAPTURED);
            case SHIPMENT_REQUESTED, INVOICE_CREDITED -> List.of(INVOICE_ISSUED);
            case SHIPMENT_DELIVERED -> List.of(DISPATCH_RECORDED, SHIPMENT_DISPATCHED);
            case STOCK_RESERVED, STOCK_REFUSED, DISPATCH_RECORDED, DELIVERY_RECORDED, CANCEL_ASKED -> List.of();
            case PAYMENT_REFUNDED, STOCK_RELEASED, ORDER_UNDONE -> List.of();
        };
    }
}
