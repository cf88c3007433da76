package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import dev.encargo.local.template.source.Json;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.event.ruler.JsonRuleCompiler;

/// An event pattern as JSON, after the line of an operator that EventBridge does not know has been found.
final class PatternReader {

    private static final int MOST_CHARACTERS = 2048;
    private static final Set<String> OPERATORS =
            Set.of("prefix", "suffix", "anything-but", "numeric", "exists", "cidr", "equals-ignore-case", "wildcard");

    private PatternReader() {}

    static Optional<String> read(Properties rule, Refusals refusals) {
        return rule.node("EventPattern").map(pattern -> {
            int before = refusals.all().size();
            visit(pattern, refusals);
            String json = Json.of(pattern).toString();
            Optional<String> error = Optional.ofNullable(JsonRuleCompiler.check(json));
            if (error.isPresent() && refusals.all().size() == before) {
                refusals.add(
                        rule.at("EventPattern"),
                        english("EventBridge refuses this pattern"),
                        verbatim(error.get()),
                        english("Correct the pattern"));
            }
            if (json.length() > MOST_CHARACTERS) {
                refusals.add(
                        rule.at("EventPattern"),
                        english("The pattern has %s characters", json.length()),
                        english("EventBridge allows %s", MOST_CHARACTERS),
                        english("Make two rules of it"));
            }
            return json;
        });
    }

    private static void visit(Node node, Refusals refusals) {
        if (!(node instanceof Node.Fields fields)) {
            refuse(node.at(), english("A pattern is a map of fields"), refusals);
            return;
        }
        fields.fields().forEach((name, field) -> {
            if (field.value() instanceof Node.Items items) {
                items.items().forEach(item -> item(name, item, refusals));
            } else if (field.value() instanceof Node.Fields) {
                visit(field.value(), refusals);
            } else {
                refuse(field.at(), english("The value of %s is not a list", name), refusals);
            }
        });
    }

    private static void item(String name, Node item, Refusals refusals) {
        if (name.equals("$or")) {
            visit(item, refusals);
        } else if (item instanceof Node.Fields operator) {
            operator.fields().forEach((operation, field) -> {
                if (!OPERATORS.contains(operation)) {
                    refuse(field.at(), english("There is no pattern operator %s", operation), refusals);
                }
            });
        }
    }

    private static void refuse(Position at, Phrase what, Refusals refusals) {
        refusals.add(
                at,
                what,
                english("EventBridge would refuse the rule"),
                english(
                        "Write fields with lists of values; operators are %s",
                        String.join(", ", new TreeSet<>(OPERATORS))));
    }
}
