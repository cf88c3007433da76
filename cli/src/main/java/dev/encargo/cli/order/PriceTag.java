package dev.encargo.cli.order;

import dev.encargo.cli.words.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;

/// Money for people, as the language writes it: `€53.00`, `¥4,380`, `CHF 12.00`; in Spanish `53,00 €`.
public final class PriceTag {
    private PriceTag() {}

    /// `currency` is an ISO 4217 code.
    public static String of(BigDecimal amount, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(Words.language().locale());
        format.setCurrency(unit);
        int digits = Math.max(0, unit.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount).replace('\u00a0', ' ');
    }

    /// Of an amount in the currency's smallest unit.
    public static String ofMinor(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return of(BigDecimal.valueOf(minor, digits), currency);
    }

    /// Of a text such as `53.00 EUR`, as events and the timeline write it.
    static String of(String amountAndCurrency) {
        String[] parts = amountAndCurrency.split(" ", 2);
        return parts.length == 2 ? of(new BigDecimal(parts[0]), parts[1]) : amountAndCurrency;
    }

    /// Without the currency, with its digits: `21.90`, `21,90`.
    static String bare(BigDecimal amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return number(
                amount.setScale(Math.max(digits, amount.stripTrailingZeros().scale())));
    }

    /// A fraction as a rate: `21 %`, `5.2 %`.
    static String rate(BigDecimal fraction) {
        return number(fraction.movePointRight(2).stripTrailingZeros()) + " %";
    }

    /// With the decimals that it has.
    private static String number(BigDecimal number) {
        return String.format(Words.language().locale(), "%." + Math.max(0, number.scale()) + "f", number);
    }
}
