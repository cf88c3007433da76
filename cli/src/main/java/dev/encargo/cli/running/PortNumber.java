package dev.encargo.cli.running;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.WrongValue;

/// A port as it is given: 1 to 65535.
public final class PortNumber {
    private static final int HIGHEST = 65_535;

    private PortNumber() {}

    /// `use` names a port that will do.
    ///
    /// @throws WrongValue for anything else
    public static int of(String given, String use) {
        int number = given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : 0;
        if (number < 1 || number > HIGHEST) {
            throw new WrongValue(
                    "--port", say("%s is no port.", given), say("A port is a number from 1 to 65535."), use);
        }
        return number;
    }
}
