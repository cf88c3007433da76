package dev.encargo.aws.telemetry;

import dev.encargo.platform.Redaction;
import dev.encargo.platform.Telemetry;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.JsonType;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Writes one JSON object a line to where Lambda collects lines, redacted. A count is such a line as well, in
/// CloudWatch's embedded metric format, so that no call is made for it.
public final class LambdaTelemetry implements Telemetry {
    private static final String NAMESPACE = "Encargo";
    private static final String STAGE = "stage";
    private static final int FRAMES = 8;

    private final JsonType<Object> json = Jsons.JSONB.type(Object.class);
    private final String function;
    private final String stage;
    private final InstantSource clock;
    private final Consumer<String> lines;
    private final XraySpans spans;

    /// `lines` takes each line without its end.
    public LambdaTelemetry(
            String function, String stage, InstantSource clock, Consumer<String> lines, XraySpans spans) {
        this.function = function;
        this.stage = stage;
        this.clock = clock;
        this.lines = lines;
        this.spans = spans;
    }

    @Override
    public void log(Level level, String message, Map<String, ?> fields) {
        write(line(level, message, fields));
    }

    @Override
    public void error(String message, Throwable fault, Map<String, ?> fields) {
        Map<String, Object> line = line(Level.ERROR, message, fields);
        line.put(
                "error",
                Map.of(
                        "type", fault.getClass().getName(),
                        "message", Redaction.of(Objects.toString(fault.getMessage(), "")),
                        "stack", stack(fault)));
        write(line);
    }

    private static List<String> stack(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .toList();
    }

    private Map<String, Object> line(Level level, String message, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", clock.instant().toString());
        line.put("level", level.name());
        line.put("function", function);
        line.put("message", Redaction.of(message));
        fields.forEach((name, value) -> line.putIfAbsent(name, plain(value)));
        return line;
    }

    private static Object plain(Object value) {
        String text = String.valueOf(value);
        String redacted = Redaction.of(text);
        boolean bare = value instanceof Number || value instanceof Boolean;
        return bare && redacted.equals(text) ? value : redacted;
    }

    @Override
    public void count(String metric, long value, Map<String, String> dimensions) {
        Map<String, String> all = new TreeMap<>(dimensions);
        all.put(STAGE, stage);
        Map<String, Object> declared = Map.of(
                "Namespace", NAMESPACE,
                "Dimensions", List.of(List.copyOf(all.keySet())),
                "Metrics", List.of(Map.of("Name", metric, "Unit", "Count")));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(declared)));
        line.put("function", function);
        line.putAll(all);
        line.put(metric, value);
        write(line);
    }

    private void write(Map<String, Object> line) {
        lines.accept(json.toJson(line));
    }

    /// A span that could not be sent is told in a line: the call goes on without it.
    @Override
    public Span span(String name) {
        Span span = spans.open(name);
        return () -> {
            try {
                span.close();
            } catch (UncheckedIOException fault) {
                error("a span was not sent", fault, Map.of("span", name));
            }
        };
    }
}
