package dev.encargo.orders.model;

import java.util.Optional;

/// Why a person should look at an order. Other contexts may raise more words of their own.
public final class Attention {
    public static final String COMPENSATION_FAILED = "COMPENSATION_FAILED";
    public static final String REFUND_PENDING = "REFUND_PENDING";
    public static final String CONFLICTING_FACT = "CONFLICTING_FACT";
    public static final String FACT_MISSING = "FACT_MISSING";
    public static final String FULFILMENT_FAILED = "FULFILMENT_FAILED";
    public static final String INVOICE_DELAYED = "INVOICE_DELAYED";
    public static final String AMOUNT_MISMATCH = "AMOUNT_MISMATCH";

    /// A parcel left although the warehouse had agreed to stop it: no fact settles that.
    public static final String PARCEL_LEFT = "PARCEL_LEFT";

    private Attention() {}

    /// The gravest one.
    static Optional<String> of(Order order) {
        if (order.raised(COMPENSATION_FAILED)) {
            return Optional.of(COMPENSATION_FAILED);
        }
        if (order.owesRefund() || order.raised(REFUND_PENDING)) {
            return Optional.of(REFUND_PENDING);
        }
        if (!order.conflicts().isEmpty() || order.contradictsItself()) {
            return Optional.of(CONFLICTING_FACT);
        }
        if (order.factMissing()) {
            return Optional.of(FACT_MISSING);
        }
        return order.alerts().stream().map(Alert::attention).findFirst();
    }
}
