package dev.encargo.platform.webhook;

import dev.encargo.contracts.Money;
import dev.encargo.platform.json.Jsons;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an outside party reports. `key` is the one that Encargo called it by, `{orderId}/{purpose}`; `amount` is in
/// minor units, 0 or more.
@Json
public record Notice(
        @Nullable String id,
        @Nullable String type,
        @Nullable String key,
        @Nullable String reference,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String reason,
        @Nullable String sku) {

    /// Reads a notice; empty when the text is none.
    public static Optional<Notice> read(String body) {
        try {
            return Optional.of(Jsons.read(Notice.class, body))
                    .filter(notice -> notice.id != null && notice.type != null && notice.key != null)
                    .filter(notice -> notice.amount == null || notice.amount >= 0);
        } catch (JsonException malformed) {
            return Optional.empty();
        }
    }

    /// The order in `key`, or empty when the key is not of Encargo's making.
    public Optional<String> orderId() {
        return Optional.ofNullable(key)
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.indexOf('/')));
    }

    /// Whether `key` is the one by which Encargo asked an order for `purpose` (`pay`, `reserve`, `ship`).
    public boolean isAbout(String purpose) {
        return orderId().filter(order -> (order + "/" + purpose).equals(key)).isPresent();
    }

    /// The amount, or empty when there is none or its currency does not exist.
    public Optional<Money> money() {
        if (amount == null || currency == null) {
            return Optional.empty();
        }
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(existing -> existing.getCurrencyCode().equals(currency));
        return known ? Optional.of(new Money(amount, currency)) : Optional.empty();
    }
}
