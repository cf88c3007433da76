package dev.encargo.cli;

import static dev.encargo.cli.words.Words.say;

import dev.encargo.cli.running.Program;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// An option's value that a command cannot use (exit code 2). What to do is to type the same line with one that it can.
public final class WrongValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String option;
    private final List<String> good;

    /// `good` are values that will do.
    public WrongValue(String option, String what, String why, String... good) {
        super(what);
        this.why = why;
        this.option = option;
        this.good = List.of(good);
    }

    /// The same of a value that is none of the option's.
    public static WrongValue of(String option, Object given, String why, String... good) {
        return new WrongValue(option, say("%s is no value for %s.", given.toString(), option), why, good);
    }

    Refusal in(CommandLine command) {
        String lines = good.stream()
                .map(value -> Program.again(command, option, value))
                .collect(Collectors.joining("      " + say("or") + "      "));
        return new Refusal(Refusal.USAGE, String.valueOf(getMessage()), why, say("Use:  %s", lines));
    }
}
