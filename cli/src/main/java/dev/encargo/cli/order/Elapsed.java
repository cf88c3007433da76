package dev.encargo.cli.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times for people.
final class Elapsed {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Elapsed() {}

    /// `9 ms`, `1.31 s`, `2 min 03 s`, `48 h 00 min`.
    static String words(Duration duration) {
        Duration time = duration.isNegative() ? Duration.ZERO : duration;
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
    }

    /// `2026-11-24 08:33:10`, in UTC.
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /// `2026-11-24 08:33:10.305`, in UTC.
    static String exactly(Instant at) {
        return EXACT.format(at);
    }
}
