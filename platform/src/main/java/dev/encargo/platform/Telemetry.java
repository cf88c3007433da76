package dev.encargo.platform;

import java.util.Map;

/// Logs, metrics and spans of one function. Values are redacted by the host, as [Redaction] says; never pass a
/// payload.
public interface Telemetry {

    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /// One structured line. `fields` have stable names and plain values (strings, numbers, booleans).
    void log(Level level, String message, Map<String, ?> fields);

    /// As [#log], with the type and message of `fault`.
    void error(String message, Throwable fault, Map<String, ?> fields);

    /// Counts. `dimensions` are few-valued: never an id.
    void count(String metric, long value, Map<String, String> dimensions);

    /// Opens a span that lasts until it is closed.
    Span span(String name);

    interface Span extends AutoCloseable {
        @Override
        void close();
    }

    default void info(String message, Map<String, ?> fields) {
        log(Level.INFO, message, fields);
    }

    default void warn(String message, Map<String, ?> fields) {
        log(Level.WARN, message, fields);
    }
}
