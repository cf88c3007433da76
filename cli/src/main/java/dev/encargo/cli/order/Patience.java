package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.WrongValue;
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

    /// @throws WrongValue where it is negative; ask before anything is changed
    Duration duration() {
        if (seconds < 0) {
            throw WrongValue.of("--timeout", seconds, say("It takes a whole number of seconds, 0 or more."), "60");
        }
        return Duration.ofSeconds(seconds);
    }
}
