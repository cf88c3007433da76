package dev.encargo.cli;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that cannot be understood: what, the nearest that can, and where the help is.
final class WrongUsage {

    private WrongUsage() {}

    static int exitCode(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("  ✕ " + what(wrong));
        err.println("    " + why(wrong, command));
        err.println("    " + say("Use:  %s", encargo(command) + " --help"));
        return Refusal.USAGE;
    }

    private static String what(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched
            when !unmatched.getUnmatched().isEmpty() ->
                unknown(unmatched.getUnmatched().getFirst(), unmatched.getCommandLine());
            case MissingParameterException missing -> say("It needs %s.", names(missing.getMissing()));
            case MutuallyExclusiveArgsException _ -> say("Two options that exclude each other are given.");
            case OverwrittenOptionException twice -> say("%s is given twice.", name(twice.getOverwritten()));
            case ParameterException _
            when hasValue(wrong) -> say("%s is no value for %s.", wrong.getValue(), name(wrong.getArgSpec()));
            case ParameterException _ -> sentence(String.valueOf(wrong.getMessage()));
        };
    }

    private static boolean hasValue(ParameterException wrong) {
        return wrong.getArgSpec() != null && wrong.getValue() != null;
    }

    private static String unknown(String word, CommandLine command) {
        if (word.startsWith("-")) {
            return say("There is no option %s.", word);
        }
        return command.getSubcommands().isEmpty()
                ? say("%s is one word too many.", word)
                : say("There is no command %s.", word);
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream()
                .filter(argument -> !(argument instanceof OptionSpec option) || option.required())
                .map(WrongUsage::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String why(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                return say("Did you mean: %s?", String.join(", ", near));
            }
        }
        if (hasValue(wrong)) {
            return accepted(wrong.getArgSpec());
        }
        return command.getSubcommands().isEmpty()
                ? say("Nothing was done.")
                : say(
                        "There are: %s.",
                        String.join(", ", command.getSubcommands().keySet()));
    }

    /// What an argument takes, by its type.
    private static String accepted(ArgSpec argument) {
        Class<?> type = argument.type();
        if (type.isEnum()) {
            return say(
                    "It takes one of: %s.",
                    Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return say("It takes a whole number.");
        }
        if (type == BigDecimal.class || type == double.class) {
            return say("It takes a number, with a point before its decimals.");
        }
        return say("Nothing was done.");
    }
}
