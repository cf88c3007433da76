package dev.encargo.providers;

/// What the stand-ins can be asked, for naming the calls that a fault meets.
public enum Operation {
    TAKE_PAYMENT,
    CANCEL_PAYMENT,
    REFUND_PAYMENT,
    READ_PAYMENT,
    RESERVE,
    CANCEL_RESERVATION,
    RELEASE,
    COLLECT,
    READ_RESERVATION,
    REQUEST_SHIPMENT,
    CANCEL_SHIPMENT,
    DISPATCH,
    DELIVER,
    READ_SHIPMENT,
    READ_LEDGER
}
