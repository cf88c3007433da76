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
import java.util.stream.Stream;

/// What SAM makes of the template for one stage: the resources that CloudFormation creates there.
record Translation(String stage, Map<String, JsonNode> resources) {

    /// What the translation of all stages and cfn-lint had to say; made once, for every test.
    static final List<String> FINDINGS;

    static final List<Translation> ALL;

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        Path made = emptied(Sources.ROOT.resolve("house-rules/target/translations"));
        FINDINGS = ForeignTools.findings(Infrastructure.FOLDER, "translation", "--out", made.toString());
        ALL = read(made);
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

    private static List<Translation> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> new Translation(file.getFileName().toString().replace(".json", ""), resources(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> resources(Path file) {
        try {
            Map<String, JsonNode> resources = new TreeMap<>();
            JSON.readTree(file.toFile())
                    .path("Resources")
                    .properties()
                    .forEach(resource -> resources.put(resource.getKey(), resource.getValue()));
            return resources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Translation of(String stage) {
        return ALL.stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage " + stage));
    }

    /// The resources of a type, by their ids.
    Map<String, JsonNode> all(String type) {
        Map<String, JsonNode> found = new TreeMap<>(resources);
        found.values().removeIf(resource -> !resource.path("Type").asText().equals(type));
        return found;
    }

    /// The properties of the resource that a `Ref` or `Fn::GetAtt` of that type leads to.
    Optional<String> target(JsonNode reference, String type) {
        return id(reference)
                .filter(id -> resources.containsKey(id)
                        && resources.get(id).path("Type").asText().equals(type));
    }

    static Optional<String> id(JsonNode reference) {
        return Stream.of(reference.path("Ref"), reference.path("Fn::GetAtt").path(0), reference.path("Fn::GetAtt"))
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().replaceFirst("\\..*", ""))
                .findFirst();
    }

    /// The same with one resource changed, which shows that a rule can fail.
    Translation with(String id, Consumer<ObjectNode> damage) {
        if (!resources.containsKey(id)) {
            throw new IllegalArgumentException(stage + " has no " + id);
        }
        Map<String, JsonNode> copy = new TreeMap<>(resources);
        ObjectNode damaged = resources.get(id).deepCopy();
        damage.accept(damaged);
        copy.put(id, damaged);
        return new Translation(stage, copy);
    }

    Translation without(String id) {
        Map<String, JsonNode> copy = new TreeMap<>(resources);
        if (copy.remove(id) == null) {
            throw new IllegalArgumentException(stage + " has no " + id);
        }
        return new Translation(stage, copy);
    }

    /// The same with one more resource.
    Translation and(String id, String resource) {
        try {
            Map<String, JsonNode> copy = new TreeMap<>(resources);
            copy.put(id, JSON.readTree(resource.replace('\'', '"')));
            return new Translation(stage, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
