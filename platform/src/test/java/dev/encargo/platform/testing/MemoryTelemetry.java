package dev.encargo.platform.testing;

import dev.encargo.platform.Redaction;
import dev.encargo.platform.Telemetry;
import java.util.List;
import java.util.Map;

record MemoryTelemetry(List<String> log, Map<String, Long> counts) implements Telemetry {

    @Override
    public void log(Level level, String message, Map<String, ?> fields) {
        add(level + " " + message + " " + fields);
    }

    @Override
    public void error(String message, Throwable fault, Map<String, ?> fields) {
        add("ERROR " + message + " " + fields + " " + fault);
    }

    private void add(String line) {
        log.add(Redaction.of(line.replace('\n', ' ')));
    }

    @Override
    public void count(String metric, long value, Map<String, String> dimensions) {
        counts.merge(metric, value, Long::sum);
    }

    @Override
    public Span span(String name) {
        return () -> {};
    }
}
