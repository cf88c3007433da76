package dev.encargo.cli.output;

import dev.encargo.cli.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Moments and durations as people read them: local time, the two largest units.
public final class Moments {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private Moments() {}

    /// `2026-11-24 09:41:58`
    public static String dayAndTime(Instant moment) {
        return DAY_AND_TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    /// `2026-11-24 09:41:58.412`
    public static String exactly(Instant moment) {
        return EXACTLY.format(moment.atZone(ZoneId.systemDefault()));
    }

    /// `09:41:58.412`
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    /// `12 ms`, `1.4 s` (in Spanish `1,4 s`), `31 s`, `4 min`, `2 h 5 min`, `3 d 4 h`.
    public static String lasted(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return Math.max(0, time.toMillis()) + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            long tenths = time.toMillis() / 100;
            return tenths < 100
                    ? String.format(Words.language().locale(), "%.1f s", tenths / 10.0)
                    : tenths / 10 + " s";
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(Duration.ofDays(1)) < 0
                ? two(time.toHours(), "h", time.toMinutesPart(), "min")
                : two(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String two(long large, String unit, int small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }
}
