package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `Ref`, `Fn::GetAtt`, `Fn::FindInMap`, `Fn::GetAZs` and `Fn::ImportValue`.
final class Lookups {

    private Lookups() {}

    static Optional<Node> ref(Node argument, Position at, Evaluator evaluator) {
        String name = evaluator.text(argument);
        return name.equals("AWS::NoValue")
                ? Optional.empty()
                : Optional.of(evaluator.references().ref(name, at));
    }

    static Optional<Node> getAtt(Node argument, Position at, Evaluator evaluator) {
        if (argument instanceof Node.Items items && items.items().size() == 2) {
            String id = evaluator.text(items.items().get(0));
            return Optional.of(evaluator
                    .references()
                    .attribute(id, evaluator.text(items.items().get(1)), at));
        }
        String dotted = argument instanceof Node.Scalar scalar ? scalar.text() : "";
        int dot = dotted.indexOf('.');
        if (dot > 0) {
            return Optional.of(
                    evaluator.references().attribute(dotted.substring(0, dot), dotted.substring(dot + 1), at));
        }
        evaluator.refuse(
                at,
                english("Fn::GetAtt needs a resource and an attribute"),
                english("It is written as Resource.Attribute or [Resource, Attribute]"),
                english("Name both"));
        return Optional.of(Node.text("", at));
    }

    static Optional<Node> findInMap(Node argument, Position at, Evaluator evaluator) {
        if (!(argument instanceof Node.Items items) || items.items().size() != 3) {
            evaluator.refuse(
                    at,
                    english("Fn::FindInMap takes three arguments"),
                    english("Its form is [map, first key, second key]"),
                    english("Write them as a list"));
            return Optional.of(Node.text("", at));
        }
        List<String> keys = items.items().stream().map(evaluator::text).toList();
        Optional<Node> found = Optional.of(evaluator.template().section("Mappings"));
        for (String key : keys) {
            found = found.filter(Node.Fields.class::isInstance).flatMap(node -> ((Node.Fields) node).get(key));
        }
        if (found.isEmpty()) {
            evaluator.refuse(
                    at,
                    english("Mappings holds no %s", String.join(" / ", keys)),
                    english("Fn::FindInMap must find a value"),
                    english("Add it to Mappings or correct the keys"));
        }
        return Optional.of(found.orElseGet(() -> Node.text("", at)));
    }

    static Optional<Node> availabilityZones(Node argument, Position at, Evaluator evaluator) {
        String named = evaluator.text(argument);
        String region = named.isEmpty() ? evaluator.surroundings().region() : named;
        return Optional.of(new Node.Items(
                Stream.of("a", "b", "c")
                        .<Node>map(zone -> Node.text(region + zone, at))
                        .toList(),
                at));
    }

    static Optional<Node> importValue(Node argument, Position at, Evaluator evaluator) {
        evaluator.refuse(
                at,
                english("Fn::ImportValue reads another stack"),
                english("On a laptop there is only this one"),
                english("Make it a parameter with a default"));
        return Optional.of(Node.text("", at));
    }
}
