package dev.encargo.invoices.pdf;

import dev.encargo.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// Amounts, rates and dates as a reader of that language writes them: `€1,053.00` or `1.053,00 €`.
record Figures(Words words) {
    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final Map<String, String> SIGNS =
            Map.of("EUR", "€", "GBP", "£", "USD", "$", "JPY", "¥", "MXN", "MX$", "CAD", "CA$", "AUD", "A$");

    String money(Money money) {
        String sign = SIGNS.getOrDefault(money.currency(), money.currency());
        String minus = money.minor() < 0 ? MINUS : "";
        String digits = grouped(money.amount().abs().toPlainString());
        if (words.isSpanish()) {
            return minus + digits + NO_BREAK + (sign.equals("$") ? "US$" : sign);
        }
        return minus + sign + (Character.isLetter(sign.codePointBefore(sign.length())) ? NO_BREAK : "") + digits;
    }

    String quantity(long quantity) {
        return (quantity < 0 ? MINUS : "") + grouped(Long.toString(Math.abs(quantity)));
    }

    String percent(BigDecimal rate) {
        String number = rate.movePointRight(2).stripTrailingZeros().toPlainString();
        return words.isSpanish() ? number.replace('.', ',') + NO_BREAK + "%" : number + "%";
    }

    String date(LocalDate date) {
        String month = words.months().get(date.getMonthValue() - 1);
        return words.isSpanish()
                ? date.getDayOfMonth() + " de " + month + " de " + date.getYear()
                : date.getDayOfMonth() + " " + month + " " + date.getYear();
    }

    private String grouped(String plain) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (point < plain.length()) {
            text.setCharAt(point, words.isSpanish() ? ',' : '.');
        }
        for (int at = point - 3; at > 0; at -= 3) {
            text.insert(at, words.isSpanish() ? '.' : ',');
        }
        return text.toString();
    }
}
