package dev.encargo.contracts;

import org.jspecify.annotations.Nullable;

/// The `private` part of an event: personal data and the payment method's token. The lake, the topic and the
/// archive's readers do not get it. `locale` is `en` or `es`.
public record Confidential(
        @Nullable String name,
        @Nullable String email,
        @Nullable String locale,
        @Nullable Address shippingAddress,
        @Nullable String taxId,
        @Nullable String paymentMethod) {

    /// The same without the payment method, which only the payment step may see.
    public Confidential withoutPaymentMethod() {
        return new Confidential(name, email, locale, shippingAddress, taxId, null);
    }
}
