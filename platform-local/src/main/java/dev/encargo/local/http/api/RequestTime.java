package dev.encargo.local.http.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// `24/Nov/2026:10:15:30 +0000`, made once a second.
final class RequestTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    private record Known(long second, String text) {}

    private static volatile Known known = new Known(-1, "");

    private RequestTime() {}

    static String of(Instant now) {
        Known last = known;
        if (last.second != now.getEpochSecond()) {
            last = new Known(now.getEpochSecond(), FORMAT.format(now));
            known = last;
        }
        return last.text;
    }
}
