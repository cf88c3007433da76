package dev.encargo.aws.telemetry;

import dev.encargo.platform.Telemetry.Span;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Spans as subsegments of the function's own segment, sent to the daemon that Lambda runs beside a function. Only
/// what is sampled is sent. A function's instance has one call at a time, so that the span opened last and still
/// open is the parent of the next.
public final class XraySpans {
    private static final String HEADER = "{\"format\":\"json\",\"version\":1}\n";
    private static final double MILLIS = 1_000.0;

    private final JsonType<Object> json = Jsons.JSONB.type(Object.class);
    private final SecureRandom random = new SecureRandom();
    private final @Nullable InetSocketAddress daemon;
    private final Supplier<XrayTrace> trace;
    private final InstantSource clock;
    private volatile @Nullable String innermost;

    /// `daemon` is null where there is none; then nothing is sent. `trace` is that of the call under way.
    public XraySpans(@Nullable InetSocketAddress daemon, Supplier<XrayTrace> trace, InstantSource clock) {
        this.daemon = daemon;
        this.trace = trace;
        this.clock = clock;
    }

    /// Where `AWS_XRAY_DAEMON_ADDRESS` says that the daemon is: `169.254.79.129:2000`.
    public static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    Span open(String name) {
        XrayTrace of = trace.get();
        InetSocketAddress to = daemon;
        if (to == null || !of.sampled()) {
            return () -> {};
        }
        @Nullable String outer = innermost;
        String id = freshId();
        innermost = id;
        double start = clock.millis() / MILLIS;
        return () -> {
            innermost = outer;
            Map<String, Object> segment = new LinkedHashMap<>();
            segment.put("name", name);
            segment.put("id", id);
            segment.put("trace_id", of.root());
            segment.put("parent_id", outer == null ? of.parent() : outer);
            segment.put("type", "subsegment");
            segment.put("start_time", start);
            segment.put("end_time", clock.millis() / MILLIS);
            send(to, HEADER + json.toJson(segment));
        };
    }

    private String freshId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static void send(InetSocketAddress daemon, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, daemon));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
