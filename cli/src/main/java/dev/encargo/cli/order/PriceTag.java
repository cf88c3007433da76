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
        NumberFormat format = NumberFormat.getCurrencyInstance(Words.language().locale());
        format.setCurrency(Currency.getInstance(currency));
        int digits = digits(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount).replace('\u00a0', ' ');
    }

    /// Of an amount in the currency's smallest unit.
    public static String ofMinor(long minor, String currency) {
        return of(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    /// Of a text such as `53.00 EUR`, as events and the timeline write it.
    static String of(String amountAndCurrency) {
        String[] parts = amountAndCurrency.split(" ", 2);
        return parts.length == 2 ? of(new BigDecimal(parts[0]), parts[1]) : amountAndCurrency;
    }

    /// Without the currency, with its digits: `21.90`, `21,90`.
    static String bare(BigDecimal amount, String currency) {
        return number(amount.setScale(
                Math.max(digits(currency), amount.stripTrailingZeros().scale())));
    }

    /// Of an amount in the currency's smallest unit, without the currency.
    public static String bareMinor(long minor, String currency) {
        return bare(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    /// A fraction as a rate: `21 %`, `5.2 %`.
    static String rate(BigDecimal fraction) {
        return number(fraction.movePointRight(2).stripTrailingZeros()) + " %";
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /// With the decimals that it has.
    public static String number(BigDecimal number) {
        return String.format(Words.language().locale(), "%." + Math.max(0, number.scale()) + "f", number);
    }
}
