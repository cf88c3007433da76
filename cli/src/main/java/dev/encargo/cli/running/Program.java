package dev.encargo.cli.running;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// This program as it was called, so that what is said to be typed can be pasted.
public final class Program {
    private Program() {}

    /// A command such as `./encargo order list`; `rest` begins with the noun.
    public static String encargo(String rest) {
        return called() + " " + rest;
    }

    private static String called() {
        return Shell.word(System.getProperty("encargo.called", "encargo"));
    }

    /// A command of this program, without arguments.
    public static String encargo(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        int nouns = name.indexOf(' ');
        return nouns < 0 ? called() : encargo(name.substring(nouns + 1));
    }

    /// The line that was typed, with another value of an option; added where it had none.
    public static String again(CommandLine command, String option, String value) {
        CommandLine root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        List<String> words = new ArrayList<>();
        boolean found = false;
        for (String word : root.getParseResult().originalArgs()) {
            boolean before = !words.isEmpty() && words.getLast().equals(option);
            boolean joined = word.startsWith(option + "=");
            found |= before || joined;
            words.add(before ? value : joined ? option + "=" + value : word);
        }
        if (!found) {
            words.addAll(List.of(option, value));
        }
        return encargo(words.stream().map(Shell::word).collect(Collectors.joining(" ")));
    }
}
