package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.WrongValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as `--since` names it: so long ago (`10m`, `1h`, `7d`), or ISO 8601.
public final class Since {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    private Since() {}

    /// @throws WrongValue for a text of another form
    public static Instant of(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long amount = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new WrongValue(
                    "--since",
                    say("%s is no moment.", text),
                    say("A moment is so long ago, or a date with time in UTC."),
                    "10m",
                    "2026-01-31T09:00:00Z");
        }
    }
}
