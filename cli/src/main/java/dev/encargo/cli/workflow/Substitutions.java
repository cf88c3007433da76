package dev.encargo.cli.workflow;

import dev.encargo.cli.running.Template;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.source.Position;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values into a definition before it is read: with `"TimeoutSeconds": ${ReserveLimit}` it is no JSON before.
final class Substitutions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private Substitutions() {}

    /// `text` with `values` put in; a file of this checkout's template has the template's where none are given. A
    /// placeholder without a value stays, and the reader refuses it.
    static String in(String text, Path file, Map<String, String> values) {
        if (values.isEmpty() && PLACEHOLDER.matcher(text).find()) {
            return ofTemplate(file).orElse(text);
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), matcher.group());
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private static Optional<String> ofTemplate(Path file) {
        String shown = Position.display(file);
        return StackReader.read(Template.ofThisCheckout(), StackOptions.laptop(0)).stateMachines().values().stream()
                .filter(machine -> machine.definitionFile().equals(shown))
                .map(StateMachineResource::definitionJson)
                .findFirst();
    }
}
