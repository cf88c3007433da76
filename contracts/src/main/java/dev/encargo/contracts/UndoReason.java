package dev.encargo.contracts;

/// Why an order's hope ended. `Canceled` leads to CANCELED, every other reason to REJECTED.
public enum UndoReason {
    Canceled,
    OutOfStock,
    PaymentDeclined,
    ReservationTimedOut,
    PaymentTimedOut,
    AmountMismatch
}
