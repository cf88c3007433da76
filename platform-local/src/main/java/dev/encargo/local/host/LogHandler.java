package dev.encargo.local.host;

import dev.encargo.local.ports.LogFile;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Takes what this process logs into the host's log, instead of onto its terminal.
final class LogHandler extends Handler {
    private final LogFile log;
    private final InstantSource clock;

    private LogHandler(LogFile log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        setFormatter(new SimpleFormatter());
    }

    static void takeOver(LogFile log, InstantSource clock) {
        Logger root = Logger.getLogger("");
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(new LogHandler(log, clock));
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            log.line(
                    clock.instant(),
                    entry.getLevel().getName(),
                    Objects.requireNonNullElse(entry.getLoggerName(), ""),
                    getFormatter().formatMessage(entry),
                    Map.of(),
                    entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
