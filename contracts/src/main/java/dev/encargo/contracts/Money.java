package dev.encargo.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount: `minor` units (cents, or yen where the currency has none) of an ISO 4217 `currency`.
/// Arithmetic overflows loudly; amounts of different currencies do not mix.
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /// Reads a decimal amount such as `21.90`. Throws `ArithmeticException` when it has more decimals than the
    /// currency.
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    /// This amount times `rate`, rounded half up at the minor unit.
    public Money share(BigDecimal rate) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(rate)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /// `53.00 EUR`.
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
