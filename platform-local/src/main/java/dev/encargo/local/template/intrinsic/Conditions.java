package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The template's `Conditions`, each worked out once, and `Fn::If`.
final class Conditions {

    private final Evaluator evaluator;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    boolean holds(String name, Position at) {
        Boolean before = known.get(name);
        if (before != null) {
            return before;
        }
        Optional<Node> expression = evaluator.template().section("Conditions").get(name);
        if (expression.isEmpty()) {
            evaluator.refuse(
                    at,
                    english("There is no condition %s", name),
                    english("Conditions does not declare it"),
                    english("Declare it or correct the name"));
            return false;
        }
        if (!underWay.add(name)) {
            evaluator.refuse(
                    at,
                    english("The condition %s depends on itself", name),
                    english("It has no value then"),
                    english("Break the circle"));
            return false;
        }
        boolean value = truth(expression.get());
        underWay.remove(name);
        known.put(name, value);
        return value;
    }

    static Optional<Node> choose(Node argument, Position at, Evaluator evaluator) {
        if (!(argument instanceof Node.Items items) || items.items().size() != 3) {
            evaluator.refuse(
                    at,
                    english("Fn::If takes three arguments"),
                    english("Its form is [condition, value if true, value if false]"),
                    english("Write them as a list"));
            return Optional.empty();
        }
        boolean holds = evaluator.holds(evaluator.text(items.items().get(0)), at);
        return evaluator.evaluate(items.items().get(holds ? 1 : 2));
    }

    private boolean truth(Node expression) {
        if (!(expression instanceof Node.Fields fields) || fields.fields().size() != 1) {
            return refused(expression.at(), english("A condition is one function"));
        }
        Map.Entry<String, Node.Field> only =
                fields.fields().entrySet().iterator().next();
        Node argument = only.getValue().value();
        Position at = only.getValue().at();
        return switch (only.getKey()) {
            case "Condition" -> holds(evaluator.text(argument), at);
            case "Fn::Equals" -> {
                List<Node> two = arguments(argument, 2, 2, at);
                yield two.size() == 2 && evaluator.text(two.get(0)).equals(evaluator.text(two.get(1)));
            }
            case "Fn::Not" -> arguments(argument, 1, 1, at).stream().noneMatch(this::truth);
            case "Fn::And" -> arguments(argument, 2, 10, at).stream().allMatch(this::truth);
            case "Fn::Or" -> arguments(argument, 2, 10, at).stream().anyMatch(this::truth);
            default -> refused(at, english("%s is no condition", only.getKey()));
        };
    }

    private List<Node> arguments(Node argument, int least, int most, Position at) {
        if (argument instanceof Node.Items items
                && items.items().size() >= least
                && items.items().size() <= most) {
            return items.items();
        }
        refused(
                at,
                least == most
                        ? english("This takes a list of %s arguments", least)
                        : english("This takes a list of %s to %s arguments", least, most));
        return List.of();
    }

    private boolean refused(Position at, Phrase what) {
        evaluator.refuse(
                at, what, english("Conditions know Equals, And, Or, Not and Condition"), english("Use one of them"));
        return false;
    }
}
