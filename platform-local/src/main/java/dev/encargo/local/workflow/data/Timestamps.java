package dev.encargo.local.workflow.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Timestamps of RFC 3339 as the States language narrows it: `T` and `Z` in upper case, never a part left out.
final class Timestamps {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:)(\\d\\d)(?:\\.(\\d+))?" + "(?:Z|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
    private static final int DIGITS = 9;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private Timestamps() {}

    static @Nullable Instant parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        boolean leap = form.group(2).equals("60");
        try {
            LocalDateTime utc = LocalDateTime.parse(form.group(1) + (leap ? "59" : form.group(2)))
                    .minusMinutes(offsetMinutes(form));
            if (leap && !utc.toLocalTime().withSecond(0).equals(LAST_MINUTE)) {
                return null;
            }
            // A leap second is the first of the next day to a clock that knows none.
            return utc.plusSeconds(leap ? 1 : 0).plusNanos(nanos(form.group(3))).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long offsetMinutes(Matcher form) {
        if (form.group(4) == null) {
            return 0;
        }
        long minutes = Long.parseLong(form.group(5)) * 60 + Long.parseLong(form.group(6));
        return form.group(4).equals("-") ? -minutes : minutes;
    }

    /// The fraction of a second, as finely as the clock goes.
    private static long nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String digits = fraction.length() > DIGITS ? fraction.substring(0, DIGITS) : fraction;
        return Long.parseLong(digits + "0".repeat(DIGITS - digits.length()));
    }
}
