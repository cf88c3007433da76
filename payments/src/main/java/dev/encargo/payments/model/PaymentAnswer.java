package dev.encargo.payments.model;

import dev.encargo.contracts.Money;

/// What the payment provider says about a payment's key, in a notice or in an answer.
public sealed interface PaymentAnswer {

    /// It was accepted and is not decided.
    record Pending() implements PaymentAnswer {}

    record Captured(Money amount, String reference) implements PaymentAnswer {}

    record Declined(String reason) implements PaymentAnswer {}

    /// Nothing was taken and nothing ever will be.
    record Canceled() implements PaymentAnswer {}

    /// All that was taken was given back: `amount`.
    record Refunded(Money amount, String reference) implements PaymentAnswer {}
}
