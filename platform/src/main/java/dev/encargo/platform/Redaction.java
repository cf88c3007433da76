package dev.encargo.platform;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a text what a log must not keep, wherever in the text it stands. Every host's [Telemetry] does this
/// to whatever it writes.
///
/// | what | becomes |
/// |---|---|
/// | an e-mail address | `[e-mail]` |
/// | a payment method's token, `pm_…` | `[payment method]` |
/// | what follows `Bearer` | `Bearer [token]` |
/// | a card's number, in groups or of 13 to 19 digits with a right check digit | `[card]` |
public final class Redaction {
    private static final String ATOM = "[^\\s@<>,;:\"()\\[\\]\\\\=/]";
    private static final Pattern ADDRESS =
            Pattern.compile("(?<!" + ATOM + ")" + ATOM + "++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)*+");
    private static final Pattern PAYMENT_METHOD = Pattern.compile("(?<![0-9A-Za-z])pm_[0-9A-Za-z_-]++");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer)\\s++[0-9a-z._~+/-]{8,}+=*+");
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "[2-6][0-9]{12,18}"
            + "|[2-6][0-9]{3}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}(?:\\1[0-9]{1,3})?"
            + "|3[0-9]{3}([ -])[0-9]{6}\\2[0-9]{4,5}"
            + ")(?![0-9A-Za-z])");
    private static final int SHORTEST_CARD = 13;

    private Redaction() {}

    public static String of(String text) {
        String left = text;
        if (left.indexOf('@') > 0) {
            left = ADDRESS.matcher(left).replaceAll("[e-mail]");
        }
        if (left.contains("pm_")) {
            left = PAYMENT_METHOD.matcher(left).replaceAll("[payment method]");
        }
        if (left.toLowerCase(Locale.ROOT).contains("bearer")) {
            left = BEARER.matcher(left).replaceAll("$1 [token]");
        }
        return hasDigits(left) ? CARD.matcher(left).replaceAll(Redaction::card) : left;
    }

    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHORTEST_CARD; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits == SHORTEST_CARD;
    }

    private static String card(MatchResult found) {
        String number = found.group();
        boolean grouped = found.group(1) != null || found.group(2) != null;
        return grouped || checks(number) ? "[card]" : Matcher.quoteReplacement(number);
    }

    /// Whether the last digit is right by Luhn's formula.
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 1; i <= digits.length(); i++) {
            int digit = digits.charAt(digits.length() - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
