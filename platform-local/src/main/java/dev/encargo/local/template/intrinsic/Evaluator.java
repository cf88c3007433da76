package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.template.source.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Resolves a template's functions. What cannot be resolved becomes a refusal and, to go on, an empty text.
/// Dynamic references (`{{resolve:…}}`) stay as they are written.
public final class Evaluator {

    private final Template template;
    private final Surroundings surroundings;
    private final Refusals refusals;
    private final Parameters parameters;
    private final Conditions conditions;
    private final References references;

    public Evaluator(Template template, Surroundings surroundings, Refusals refusals) {
        this.template = template;
        this.surroundings = surroundings;
        this.refusals = refusals;
        this.parameters = Parameters.of(template, surroundings, refusals);
        this.conditions = new Conditions(this);
        this.references = new References(this);
    }

    /// The node without functions; empty for `AWS::NoValue`.
    public Optional<Node> evaluate(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> Optional.of(scalar);
            case Node.Items items -> Optional.of(items(items));
            case Node.Fields fields -> fields(fields);
        };
    }

    /// The fields without functions; a whole that disappears is empty fields.
    public Node.Fields evaluateFields(Node node) {
        Optional<Node> value = evaluate(node);
        if (value.isEmpty()) {
            return Node.none(node.at());
        }
        if (value.get() instanceof Node.Fields fields) {
            return fields;
        }
        refuse(
                node.at(),
                english("A map is expected here"),
                english("It holds a single value or a list"),
                english("Write name: value lines"));
        return Node.none(node.at());
    }

    /// The text of a node that must be a single value.
    public String text(Node node) {
        Optional<Node> value = evaluate(node);
        if (value.isPresent() && value.get() instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        refuse(
                node.at(),
                english("A single value is expected here"),
                english("It is a list, a map or nothing"),
                english("Write one value"));
        return "";
    }

    public boolean holds(String condition, Position at) {
        return conditions.holds(condition, at);
    }

    /// What `Ref` and `Fn::GetAtt` mean.
    public References references() {
        return references;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Template template() {
        return template;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Refusals refusals() {
        return refusals;
    }

    void refuse(Position at, Phrase what, Phrase why, Phrase remedy) {
        refusals.add(at, what, why, remedy);
    }

    private Node.Items items(Node.Items items) {
        List<Node> resolved = new ArrayList<>(items.items().size());
        for (Node item : items.items()) {
            evaluate(item).ifPresent(resolved::add);
        }
        return new Node.Items(resolved, items.at());
    }

    private Optional<Node> fields(Node.Fields fields) {
        if (fields.fields().size() == 1) {
            Map.Entry<String, Node.Field> only =
                    fields.fields().entrySet().iterator().next();
            Optional<Function> function = Functions.named(only.getKey());
            if (function.isPresent()) {
                return function.get()
                        .apply(only.getValue().value(), only.getValue().at(), this);
            }
        }
        Map<String, Node.Field> resolved = new LinkedHashMap<>();
        fields.fields().forEach((name, field) -> field(name, field, resolved));
        return Optional.of(new Node.Fields(resolved, fields.at()));
    }

    private void field(String name, Node.Field field, Map<String, Node.Field> into) {
        if (name.equals("Fn::Transform")) {
            Include.apply(field.value(), field.at(), this).ifPresent(node -> addAll(node, into));
        } else if (name.startsWith("Fn::")) {
            refuse(
                    field.at(),
                    english("%s cannot stand here", name),
                    Functions.whyNot(name),
                    english("Replace it by the value or another function"));
        } else {
            evaluate(field.value()).ifPresent(value -> into.put(name, new Node.Field(value, field.at())));
        }
    }

    private static void addAll(Node included, Map<String, Node.Field> into) {
        if (included instanceof Node.Fields fields) {
            fields.fields().forEach(into::putIfAbsent);
        }
    }
}
