package dev.encargo.cli.doctor;

import dev.encargo.cli.output.Output;

/// What was found about one thing; `remedy` is what to do, empty where it is good.
public record Finding(Grade grade, String what, String remedy) {

    public enum Grade {
        GOOD,
        /// Missing, but only needed for something special.
        OPTIONAL,
        BAD
    }

    public static Finding good(String what) {
        return new Finding(Grade.GOOD, what, "");
    }

    public static Finding optional(String what, String remedy) {
        return new Finding(Grade.OPTIONAL, what, remedy);
    }

    public static Finding bad(String what, String remedy) {
        return new Finding(Grade.BAD, what, remedy);
    }

    public void print(Output output) {
        String mark = switch (grade) {
            case GOOD -> output.done();
            case OPTIONAL -> output.aside();
            case BAD -> output.failed();
        };
        output.line("  " + mark + " " + what);
        if (!remedy.isEmpty()) {
            output.line("      " + remedy);
        }
    }
}
