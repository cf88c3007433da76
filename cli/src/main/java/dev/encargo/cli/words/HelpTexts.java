package dev.encargo.cli.words;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The help of all commands in the language spoken, under the keys by which picocli asks for it.
public final class HelpTexts extends ResourceBundle {
    private final Map<String, String> texts = new HashMap<>();

    private HelpTexts() {}

    /// Translates the help of a command line and of all its commands; English stays as it is.
    public static void translate(CommandLine line) {
        if (Words.language() == Language.EN) {
            return;
        }
        HelpTexts help = new HelpTexts();
        help.headings();
        help.add(line);
        line.setResourceBundle(help);
    }

    private void headings() {
        texts.put("usage.synopsisHeading", Words.say("Usage: "));
        texts.put("usage.commandListHeading", Words.say("Commands:%n"));
    }

    private void add(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String command = spec.qualifiedName(".");
        add(command + ".usage.description", spec.usageMessage().description());
        add(command + ".usage.footer", spec.usageMessage().footer());
        for (OptionSpec option : spec.options()) {
            add(command + "." + withoutDashes(option.longestName()), option.description());
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            add(command + "." + parameter.paramLabel() + "[" + parameter.index() + "]", parameter.description());
        }
        line.getSubcommands().values().forEach(this::add);
    }

    private void add(String key, String... english) {
        for (int i = 0; i < english.length; i++) {
            texts.put(key + "." + i, Words.translated(english[i]));
        }
    }

    private static String withoutDashes(String name) {
        return name.replaceFirst("^-+", "");
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
