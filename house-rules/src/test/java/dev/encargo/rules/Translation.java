package dev.encargo.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// What SAM makes of the template for one stage: the resources that CloudFormation creates there.
record Translation(String stage, Map<String, JsonNode> parameters, Map<String, JsonNode> resources) {

    /// What the translation of all stages and cfn-lint had to say; made once, for every test.
    static final List<String> FINDINGS;

    static final List<Translation> ALL;

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        Path made = emptied(Sources.ROOT.resolve("house-rules/target/translations"));
        FINDINGS = ForeignTools.findings(Infrastructure.FOLDER, "translation", "--out", made.toString());
        ALL = readAll(made);
    }

    /// A stage that is no more has left its translation.
    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Translation> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Translation::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Translation read(Path file) {
        try {
            JsonNode whole = JSON.readTree(file.toFile());
            String stage = file.getFileName().toString().replaceFirst("\\.json$", "");
            return new Translation(stage, named(whole.path("Parameters")), named(whole.path("Resources")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> named(JsonNode fields) {
        Map<String, JsonNode> named = new TreeMap<>();
        fields.properties().forEach(field -> named.put(field.getKey(), field.getValue()));
        return named;
    }

    /// What SAM makes of another folder for one stage, in a folder for results.
    static Translation of(Path folder, String stage, Path made) {
        ForeignTools.findings(folder, "translation", "--unlinted", "--stage", stage, "--out", made.toString());
        return read(made.resolve(stage + ".json"));
    }

    static Translation of(String stage) {
        return ALL.stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage " + stage));
    }

    /// What a rule finds in all stages.
    static List<String> violations(Function<Translation, List<String>> rule) {
        return ALL.stream()
                .flatMap(one -> rule.apply(one).stream().map(found -> one.stage() + ": " + found))
                .toList();
    }

    /// The resources of a type, by their ids.
    Map<String, JsonNode> all(String type) {
        Map<String, JsonNode> found = new TreeMap<>(resources);
        found.values().removeIf(resource -> !resource.path("Type").asText().equals(type));
        return found;
    }

    String type(String id) {
        return resource(id).path("Type").asText();
    }

    JsonNode properties(String id) {
        return resource(id).path("Properties");
    }

    private JsonNode resource(String id) {
        return Optional.ofNullable(resources.get(id))
                .orElseThrow(() -> new IllegalArgumentException(stage + " has no " + id));
    }

    /// The value of a parameter of the stage.
    String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(parameter -> parameter.path("Default").asText())
                .orElseThrow(() -> new IllegalArgumentException(stage + " has no parameter " + name));
    }

    /// The id of the resource to which a `Ref` or `Fn::GetAtt` leads, if it is of that type.
    Optional<String> target(JsonNode reference, String type) {
        return id(reference).filter(id -> resources.containsKey(id) && type(id).equals(type));
    }

    /// The function behind an alias that is referred to.
    Optional<JsonNode> functionOf(JsonNode alias) {
        return target(alias, "AWS::Lambda::Alias")
                .flatMap(id -> target(properties(id).path("FunctionName"), "AWS::Lambda::Function"))
                .map(this::properties);
    }

    static Optional<String> id(JsonNode reference) {
        return Stream.of(reference.path("Ref"), reference.path("Fn::GetAtt").path(0), reference.path("Fn::GetAtt"))
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().replaceFirst("\\..*", ""))
                .findFirst();
    }

    /// The same with one resource changed, which shows that a rule can fail.
    Translation with(String id, Consumer<ObjectNode> damage) {
        Map<String, JsonNode> copy = new TreeMap<>(resources);
        ObjectNode damaged = resource(id).deepCopy();
        damage.accept(damaged);
        copy.put(id, damaged);
        return new Translation(stage, parameters, copy);
    }

    Translation without(String id) {
        Map<String, JsonNode> copy = new TreeMap<>(resources);
        if (copy.remove(id) == null) {
            throw new IllegalArgumentException(stage + " has no " + id);
        }
        return new Translation(stage, parameters, copy);
    }

    /// The same with one more resource.
    Translation and(String id, String resource) {
        try {
            Map<String, JsonNode> copy = new TreeMap<>(resources);
            copy.put(id, JSON.readTree(resource.replace('\'', '"')));
            return new Translation(stage, parameters, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
