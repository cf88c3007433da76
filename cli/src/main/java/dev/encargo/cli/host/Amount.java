package dev.encargo.cli.host;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time to move forward by, as it is typed: `+48h`, `+1d2h30m5s`.
final class Amount {
    private static final Pattern FORM =
            Pattern.compile("\\+?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");

    private Amount() {}

    /// Empty for a text of another form.
    static Optional<Duration> read(String text) {
        Matcher amount = FORM.matcher(text);
        if (!amount.matches() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(amount, 1))
                .plusHours(number(amount, 2))
                .plusMinutes(number(amount, 3))
                .plusSeconds(number(amount, 4)));
    }

    private static long number(Matcher amount, int group) {
        return amount.group(group) == null ? 0 : Long.parseLong(amount.group(group));
    }

    /// In whole seconds, of which the last may be a part.
    static String written(Duration time) {
        Duration whole = time.plusMillis(999);
        return "+" + part(whole.toDays(), "d") + part(whole.toHoursPart(), "h") + part(whole.toMinutesPart(), "m")
                + whole.toSecondsPart() + "s";
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
