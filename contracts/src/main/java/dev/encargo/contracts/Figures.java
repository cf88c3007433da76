package dev.encargo.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Amounts, rates and dates as a reader of one language writes them: `€1,053.00` or `1.053,00 €`. The same on every
/// machine.
public enum Figures {
    ENGLISH("en", '.', ',', "January February March April May June July August September October November December") {
        @Override
        String placed(String sign, String digits) {
            return sign + (Character.isLetter(sign.codePointBefore(sign.length())) ? NO_BREAK : "") + digits;
        }

        @Override
        String placed(String percent) {
            return percent + "%";
        }

        @Override
        String written(int day, String month, int year) {
            return day + " " + month + " " + year;
        }
    },

    SPANISH(
            "es",
            ',',
            '.',
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre") {
        @Override
        String placed(String sign, String digits) {
            return digits + NO_BREAK + (sign.equals("$") ? "US$" : sign);
        }

        @Override
        String placed(String percent) {
            return percent + NO_BREAK + "%";
        }

        @Override
        String written(int day, String month, int year) {
            return day + " de " + month + " de " + year;
        }
    };

    private static final String NO_BREAK = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final Map<String, String> SIGNS =
            Map.of("EUR", "€", "GBP", "£", "USD", "$", "JPY", "¥", "MXN", "MX$", "CAD", "CA$", "AUD", "A$");

    private final String language;
    private final char point;
    private final char group;
    private final String months;

    Figures(String language, char point, char group, String months) {
        this.language = language;
        this.point = point;
        this.group = group;
        this.months = months;
    }

    /// Spanish for `es` and its regions, else English.
    public static Figures of(@Nullable String locale) {
        return locale != null && locale.matches("es([-_].*)?") ? SPANISH : ENGLISH;
    }

    /// `en` or `es`.
    public String language() {
        return language;
    }

    public String money(Money money) {
        String sign = SIGNS.getOrDefault(money.currency(), money.currency());
        String digits = grouped(money.amount().abs().toPlainString());
        return (money.minor() < 0 ? MINUS : "") + placed(sign, digits);
    }

    public String quantity(long quantity) {
        return (quantity < 0 ? MINUS : "") + grouped(Long.toString(Math.abs(quantity)));
    }

    /// A fraction as a percentage: 0.075 is `7.5%`.
    public String percent(BigDecimal rate) {
        return placed(
                rate.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', point));
    }

    public String date(LocalDate date) {
        return written(date.getDayOfMonth(), months.split(" ")[date.getMonthValue() - 1], date.getYear());
    }

    abstract String placed(String sign, String digits);

    abstract String placed(String percent);

    abstract String written(int day, String month, int year);

    private String grouped(String plain) {
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain.replace('.', point));
        for (int at = end - 3; at > 0; at -= 3) {
            text.insert(at, group);
        }
        return text.toString();
    }
}
