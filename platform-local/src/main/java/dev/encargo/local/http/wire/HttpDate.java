package dev.encargo.local.http.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The `Date` header's line, made once a second.
final class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static volatile HttpDate current = new HttpDate(0);

    private final long second;
    private final byte[] line;

    private HttpDate(long second) {
        this.second = second;
        this.line =
                ("Date: " + FORMAT.format(Instant.ofEpochSecond(second)) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] line() {
        long now = System.currentTimeMillis() / 1_000;
        HttpDate date = current;
        if (date.second != now) {
            date = new HttpDate(now);
            current = date;
        }
        return date.line;
    }
}
