package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.WrongValue;
import picocli.CommandLine.Option;

/// How many are shown at most: 1 or more.
public final class Limit {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int given = 20;

    /// @throws WrongValue where it is less than 1
    public int number() {
        return checked(given);
    }

    /// The same number, for an option `--limit` of another meaning.
    ///
    /// @throws WrongValue where it is less than 1
    public static int checked(int given) {
        if (given < 1) {
            throw WrongValue.of("--limit", given, say("It takes a whole number, 1 or more."), "20");
        }
        return given;
    }
}
