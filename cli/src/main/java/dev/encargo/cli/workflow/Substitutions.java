package dev.encargo.cli.workflow;

import dev.encargo.cli.running.Template;
import dev.encargo.local.template.Placeholders;
import dev.encargo.local.template.StackOptions;
import dev.encargo.local.template.StackReader;
import dev.encargo.local.template.model.StateMachineResource;
import dev.encargo.local.template.source.Position;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The values for the placeholders of a definition that is run by itself.
final class Substitutions {
    private Substitutions() {}

    /// `text` with `values` put in; a file of this checkout's template has the template's where none are given. A
    /// placeholder without a value stays, and the reader refuses it.
    static String in(String text, Path file, Map<String, String> values) {
        return values.isEmpty() && Placeholders.areIn(text)
                ? ofTemplate(file).orElse(text)
                : Placeholders.fill(text, values, missing -> missing.group());
    }

    private static Optional<String> ofTemplate(Path file) {
        String shown = Position.display(file);
        return StackReader.read(Template.ofThisCheckout(), StackOptions.laptop(0)).stateMachines().values().stream()
                .filter(machine -> machine.definitionFile().equals(shown))
                .map(StateMachineResource::definitionJson)
                .findFirst();
    }
}
