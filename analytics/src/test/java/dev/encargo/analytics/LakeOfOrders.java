package dev.encargo.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Events in the shape in which the lake's stream gets them, landed as its objects.
final class LakeOfOrders {

    private final Path bucket;
    private int made;
    private int objects;

    LakeOfOrders(Path bucket) {
        this.bucket = bucket;
    }

    String created(String order, String at, long gross) {
        return event(
                "orders",
                "OrderCreated",
                order,
                at,
                "{\"customerId\":\"c-1\",\"currency\":\"EUR\",\"lines\":[],\"totals\":{\"net\":%1$s,\"tax\":%1$s,\"gross\":%1$s,\"taxes\":[]}}"
                        .formatted(money(gross)));
    }

    String moved(String order, String at, String to) {
        return moved(order, at, to, "null");
    }

    String moved(String order, String at, String to, String reason) {
        return event(
                "orders",
                "OrderStatusChanged",
                order,
                at,
                "{\"from\":\"X\",\"to\":\"%s\",\"version\":2,\"reason\":%s,\"customerId\":\"c-1\"}"
                        .formatted(to, reason));
    }

    String captured(String order, String at, long amount) {
        return event(
                "payments",
                "PaymentCaptured",
                order,
                at,
                "{\"amount\":%s,\"reference\":\"r\"}".formatted(money(amount)));
    }

    String refunded(String order, String at, long amount, boolean late) {
        return event(
                "payments",
                "PaymentRefunded",
                order,
                at,
                "{\"amount\":%s,\"reference\":\"r\",\"late\":%b}".formatted(money(amount), late));
    }

    String event(String source, String type, String order, String at, String data) {
        made++;
        return ("{\"version\":\"0\",\"id\":\"%1$d\",\"detail-type\":\"%2$s\",\"source\":\"encargo.%3$s\",\"account\":\"0\",\"time\":\"%4$s\","
                        + "\"region\":\"eu-west-1\",\"resources\":[],\"detail\":{\"specversion\":\"1.0\",\"id\":\"evt_%1$d\","
                        + "\"source\":\"encargo.%3$s\",\"type\":\"%2$s\",\"time\":\"%4$s\",\"subject\":\"%5$s\",\"sequence\":%1$d,"
                        + "\"traceparent\":\"\",\"dataschema\":\"urn:encargo:events:%2$s:1\",\"datacontenttype\":\"application/json\","
                        + "\"data\":%6$s}}")
                .formatted(made, type, source, Instant.parse(at), order, data);
    }

    /// Lands the records as one object of the day.
    Path land(String day, String... records) throws IOException {
        Path object = bucket.resolve("events/day=%s/encargo-%04d.json.gz".formatted(day, ++objects));
        Files.createDirectories(object.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(object))) {
            for (String line : records) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return object;
    }

    /// The same as a stream does that does not compress, whatever it calls its files.
    Path landUncompressed(String day, String name, String... records) throws IOException {
        Path object = bucket.resolve("events/day=%s/%s".formatted(day, name));
        Files.createDirectories(object.getParent());
        return Files.writeString(object, String.join("\n", records) + "\n");
    }

    /// Ten orders of 2026-01-02, each a minute after the other; order `n` is paid after `n` seconds.
    List<String> tenPaidOrders() {
        List<String> all = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            String order = "ord_" + n;
            String minute = "2026-01-02T10:%02d:".formatted(n);
            all.addAll(Arrays.asList(
                    created(order, minute + "00Z", 5300),
                    moved(order, minute + "00.500Z", "RESERVED"),
                    captured(order, minute + "%02dZ".formatted(n), 5300),
                    moved(order, minute + "%02dZ".formatted(n), "PAID")));
        }
        return all;
    }

    private static String money(long minor) {
        return "{\"minor\":%d,\"currency\":\"EUR\"}".formatted(minor);
    }
}
