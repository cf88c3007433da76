package dev.encargo.local.ports;

import dev.encargo.local.template.model.ParameterResource;
import dev.encargo.local.template.model.Stack;
import dev.encargo.platform.Settings;
import java.util.Map;
import java.util.Optional;

/// The template's parameters under a function's `SETTINGS_PATH`; what a host decides when it starts (its own
/// address, the stand-ins') wins.
public final class LocalSettings implements Settings {
    private final Stack stack;
    private final String path;
    private final Map<String, String> decidedHere;

    public LocalSettings(Stack stack, String path, Map<String, String> decidedHere) {
        this.stack = stack;
        this.path = path;
        this.decidedHere = decidedHere;
    }

    @Override
    public Optional<String> find(String name) {
        String decided = decidedHere.get(name);
        if (decided != null) {
            return Optional.of(decided);
        }
        String full = path + "/" + name;
        return stack.parameters().values().stream()
                .filter(parameter -> parameter.name().equals(full))
                .map(ParameterResource::value)
                .findFirst();
    }
}
