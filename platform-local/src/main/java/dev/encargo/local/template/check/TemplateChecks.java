package dev.encargo.local.template.check;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.intrinsic.Evaluator;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Template;
import dev.encargo.local.template.source.Template.Declared;
import java.util.List;

/// What concerns the template as text: names in `DependsOn`, references in `Outputs`, conditions that nobody can
/// work out.
public final class TemplateChecks {

    private TemplateChecks() {}

    public static void check(Evaluator evaluator) {
        Template template = evaluator.template();
        template.resources().values().forEach(declared -> dependsOn(declared, evaluator));
        template.section("Conditions").fields().forEach((name, field) -> evaluator.holds(name, field.at()));
        template.section("Outputs").fields().values().forEach(field -> output(field.value(), evaluator));
    }

    private static void output(Node output, Evaluator evaluator) {
        if (output instanceof Node.Fields fields) {
            boolean made = fields.get("Condition")
                    .map(name -> evaluator.holds(evaluator.text(name), output.at()))
                    .orElse(true);
            fields.get("Value").filter(value -> made).ifPresent(evaluator::evaluate);
        }
    }

    private static void dependsOn(Declared declared, Evaluator evaluator) {
        List<Node> names = switch (declared.body().get("DependsOn").orElseGet(() -> Node.none(declared.at()))) {
            case Node.Items items -> items.items();
            case Node.Scalar scalar -> List.of(scalar);
            case Node.Fields _ -> List.of();
        };
        for (Node node : names) {
            if (node instanceof Node.Scalar(String name, Node.Kind _, Position at)
                    && !evaluator.template().resources().containsKey(name)) {
                evaluator
                        .refusals()
                        .add(
                                at,
                                english("%s depends on %s, which does not exist", declared.id(), name),
                                english("CloudFormation would refuse the template"),
                                english("Declare it or remove it from DependsOn"));
            }
        }
    }
}
