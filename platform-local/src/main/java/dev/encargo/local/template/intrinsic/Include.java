package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.YamlFile;
import java.util.Optional;

/// `Fn::Transform` with `AWS::Include`: another file's content, in which long-form functions are resolved too.
final class Include {

    private Include() {}

    static Optional<Node> apply(Node argument, Position at, Evaluator evaluator) {
        Node.Fields transform = evaluator.evaluateFields(argument);
        String name = transform.get("Name").map(evaluator::text).orElse("");
        if (!name.equals("AWS::Include")) {
            evaluator.refuse(
                    at,
                    english("The transform %s is unknown", name),
                    english("The local host knows only AWS::Include"),
                    english("Write the result out"));
            return Optional.empty();
        }
        Optional<String> location = transform
                .get("Parameters")
                .filter(Node.Fields.class::isInstance)
                .flatMap(parameters -> ((Node.Fields) parameters).get("Location"))
                .map(evaluator::text);
        if (location.isEmpty() || location.get().contains("://")) {
            evaluator.refuse(
                    at,
                    english("AWS::Include needs the Location of a file beside the template"),
                    english("On a laptop nothing is fetched"),
                    english("Name a file in this folder; packaging uploads it"));
            return Optional.empty();
        }
        return YamlFile.read(
                        evaluator.template().beside(location.get()),
                        YamlFile.ShortForms.REFUSED,
                        at,
                        evaluator.refusals())
                .flatMap(evaluator::evaluate);
    }
}
