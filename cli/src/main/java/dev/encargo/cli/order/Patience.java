package dev.encargo.cli.order;

import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a command waits while nothing moves.
final class Patience {
    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Give up when nothing has moved for so long (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    Duration duration() {
        return Duration.ofSeconds(Math.max(0, seconds));
    }
}
