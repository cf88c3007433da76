package dev.encargo.orders.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What amounts and rates an order may name.
public final class Amounts {
    /// Amounts in minor units stay below this, so that every reader of JSON can hold them exactly.
    public static final long MAX_MINOR = 999_999_999_999_999L;

    private static final int RATE_DECIMALS = 6;

    /// What the countries of the world pay with today: no metals, funds, or coins of the past.
    private static final Set<Currency> IN_USE = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());

    private Amounts() {}

    /// The decimals of a currency's minor unit; empty when the code is not that of a currency in use.
    public static Optional<Integer> decimals(String currency) {
        try {
            Currency known = Currency.getInstance(currency);
            return IN_USE.contains(known) ? Optional.of(known.getDefaultFractionDigits()) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /// Whether `amount` is a price: not negative, no more decimals than the currency, not beyond counting.
    public static boolean isPrice(BigDecimal amount, int decimals) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.signum() >= 0 && plain.scale() <= decimals && plain.precision() - plain.scale() + decimals <= 15;
    }

    /// Whether `rate` is a share between 0 and 1 with at most six decimals.
    public static boolean isRate(BigDecimal rate) {
        return rate.signum() >= 0
                && rate.compareTo(BigDecimal.ONE) <= 0
                && rate.stripTrailingZeros().scale() <= RATE_DECIMALS;
    }

    /// The same rate, written in one way only.
    public static BigDecimal plainRate(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
