package dev.encargo.cli.order;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.Refusal;
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

    /// @throws Refusal (2) where it is negative; ask before anything is changed
    Duration duration() {
        if (seconds < 0) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("%s is no value for %s.", String.valueOf(seconds), "--timeout"),
                    say("It takes a whole number of seconds, 0 or more."),
                    say("Use:  %s", "--timeout 60"));
        }
        return Duration.ofSeconds(seconds);
    }
}
