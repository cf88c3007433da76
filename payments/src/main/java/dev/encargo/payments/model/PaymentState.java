package dev.encargo.payments.model;

public enum PaymentState {
    ASKED,
    CAPTURED,
    DECLINED,
    CLOSED,
    REFUNDED
}
