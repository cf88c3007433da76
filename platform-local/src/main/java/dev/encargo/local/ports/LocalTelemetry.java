package dev.encargo.local.ports;

import dev.encargo.local.function.Faults;
import dev.encargo.platform.Redaction;
import dev.encargo.platform.Telemetry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// Logs of one function into the host's file; counts into the host's counters; and why a message failed, for its
/// dead letter.
final class LocalTelemetry implements Telemetry {
    private final String function;
    private final InstantSource clock;
    private final LogFile log;
    private final Counters counters;
    private final Faults faults;

    LocalTelemetry(String function, InstantSource clock, LogFile log, Counters counters, Faults faults) {
        this.function = function;
        this.clock = clock;
        this.log = log;
        this.counters = counters;
        this.faults = faults;
    }

    @Override
    public void log(Level level, String message, Map<String, ?> fields) {
        log.line(clock.instant(), level.name(), function, message, fields, null);
    }

    @Override
    public void error(String message, Throwable fault, Map<String, ?> fields) {
        log.line(clock.instant(), Level.ERROR.name(), function, message, fields, fault);
        Object messageId = fields.get("messageId");
        if (messageId != null) {
            faults.record(
                    Objects.toString(messageId),
                    fault.getClass().getSimpleName() + ": " + Redaction.of(Objects.toString(fault.getMessage(), "")));
        }
    }

    @Override
    public void count(String metric, long value, Map<String, String> dimensions) {
        counters.add(metric, value);
    }

    @Override
    public Span span(String name) {
        return () -> {};
    }
}
