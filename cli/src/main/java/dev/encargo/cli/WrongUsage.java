package dev.encargo.cli;

import dev.encargo.cli.output.Output;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that cannot be understood: what, the nearest that can, and where the help is.
final class WrongUsage {

    private WrongUsage() {}

    static int exitCode(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(Output.plain("  ✕ " + what(wrong)));
        err.println(Output.plain("    " + why(wrong, command)));
        err.println(Output.plain("    Use:  " + name + " --help"));
        return Refusal.USAGE;
    }

    private static String what(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().getFirst();
            return (first.startsWith("-") ? "There is no option " : "There is no ")
                    + (first.startsWith("-")
                                    || wrong.getCommandLine().getSubcommands().isEmpty()
                            ? first
                            : "command " + first)
                    + ".";
        }
        String message = String.valueOf(wrong.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String why(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                return "Did you mean: " + String.join(", ", near) + "?";
            }
        }
        return command.getSubcommands().isEmpty()
                ? "Nothing was done."
                : "There are: " + String.join(", ", command.getSubcommands().keySet()) + ".";
    }
}
