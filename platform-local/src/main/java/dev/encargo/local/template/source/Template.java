package dev.encargo.local.template.source;

import static dev.encargo.local.template.source.Phrase.english;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A template as it is written: nothing is resolved yet. Files that it names are found beside it.
public record Template(Path file, Node.Fields root, Map<String, Declared> resources) {

    /// One entry of `Resources`. `body` holds `Type`, `Properties` and the other attributes.
    public record Declared(String id, String type, Node.Fields body, Position at) {

        public Node.Fields properties() {
            return body.get("Properties")
                    .filter(Node.Fields.class::isInstance)
                    .map(Node.Fields.class::cast)
                    .orElseGet(() -> Node.none(at));
        }

        /// The condition that it is created under.
        public Optional<String> condition() {
            return attribute("Condition");
        }

        public Optional<String> attribute(String name) {
            return body.get(name).filter(Node.Scalar.class::isInstance).map(node -> ((Node.Scalar) node).text());
        }
    }

    public static Template read(Path file, Refusals refusals) {
        Position start = Position.startOf(file);
        Node root = YamlFile.read(file, YamlFile.ShortForms.ALLOWED, start, refusals)
                .orElseGet(() -> Node.none(start));
        if (!(root instanceof Node.Fields fields)) {
            refusals.add(
                    start,
                    english("A template is a map of sections"),
                    english("This file holds something else"),
                    english("Begin with Resources:"));
            return new Template(file, Node.none(start), Map.of());
        }
        return new Template(file, fields, declared(fields, refusals));
    }

    /// A section such as `Parameters`; empty where the file has none.
    public Node.Fields section(String name) {
        return root.get(name)
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .orElseGet(() -> Node.none(root.at()));
    }

    /// A file named in the template, relative to the template's folder.
    public Path beside(String name) {
        return file.toAbsolutePath().resolveSibling(name).normalize();
    }

    private static Map<String, Declared> declared(Node.Fields root, Refusals refusals) {
        Map<String, Declared> resources = new LinkedHashMap<>();
        Node section = root.get("Resources").orElseGet(() -> Node.none(root.at()));
        if (section instanceof Node.Fields fields) {
            fields.fields().forEach((id, field) -> declare(id, field, resources, refusals));
        }
        return Collections.unmodifiableMap(resources);
    }

    private static void declare(String id, Node.Field field, Map<String, Declared> into, Refusals refusals) {
        if (field.value() instanceof Node.Fields body && body.get("Type").orElse(null) instanceof Node.Scalar type) {
            into.put(id, new Declared(id, type.text(), body, field.at()));
        } else {
            refusals.add(
                    field.at(),
                    english("The resource %s has no Type", id),
                    english("Nothing says what it is"),
                    english("Add Type:"));
        }
    }
}
