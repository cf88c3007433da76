package dev.encargo.cli.deploy;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.encargo.cli.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stage of `samconfig.toml`: the stack's name, what it may create, and the template's parameters.
record Stage(String name, String stack, List<String> capabilities, Map<String, String> parameters) {

    /// `Name=value` or `Name="a value"`, as SAM's command line takes them.
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))");

    static Stage read(Path file, String name) {
        JsonNode all = parsed(file);
        JsonNode settings = all.path(name).at("/deploy/parameters");
        if (settings.isMissingNode()) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("There is no stage %s.", name),
                    say("%s has these: %s.", file, String.join(", ", names(all))),
                    say("Use:  %s", encargo("deploy --stage dev")));
        }
        return new Stage(
                name,
                settings.path("stack_name").asText("encargo-" + name),
                List.of(settings.path("capabilities").asText().split(" ")),
                parameters(settings.path("parameter_overrides").asText()));
    }

    private static JsonNode parsed(Path file) {
        try {
            return new TomlMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new Refusal(
                    Refusal.USAGE,
                    say("Cannot read %s.", file),
                    String.valueOf(unreadable.getMessage()),
                    say("Run this in a checkout of Encargo, and mend the file if it is there."));
        }
    }

    private static List<String> names(JsonNode all) {
        List<String> names = new ArrayList<>();
        all.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(field -> names.add(field.getKey()));
        return names;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher found = PARAMETER.matcher(text);
        while (found.find()) {
            String quoted = found.group(2);
            parameters.put(found.group(1), quoted == null ? found.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return parameters;
    }
}
