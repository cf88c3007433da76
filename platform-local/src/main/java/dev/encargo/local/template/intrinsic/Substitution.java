package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Fn::Sub` in both forms: a text, or a list of the text and its own variables. `${!Name}` stays `${Name}`.
final class Substitution {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private Substitution() {}

    static Optional<Node> apply(Node argument, Position at, Evaluator evaluator) {
        if (argument instanceof Node.Items) {
            List<Node> two = Texts.pair(argument, at, "Fn::Sub", "[text, {name: value}]", evaluator);
            return two.isEmpty()
                    ? Optional.of(Node.text("", at))
                    : Optional.of(substitute(two.get(0), variables(two.get(1), evaluator), evaluator));
        }
        return Optional.of(substitute(argument, Map.of(), evaluator));
    }

    private static Map<String, String> variables(Node node, Evaluator evaluator) {
        Map<String, String> variables = new HashMap<>();
        if (node instanceof Node.Fields fields) {
            fields.fields().forEach((name, field) -> variables.put(name, evaluator.text(field.value())));
        } else {
            evaluator.refuse(
                    node.at(),
                    english("Fn::Sub's second argument is a map"),
                    english("It gives each variable its value"),
                    english("Write name: value"));
        }
        return variables;
    }

    private static Node substitute(Node node, Map<String, String> variables, Evaluator evaluator) {
        if (!(node instanceof Node.Scalar(String text, Node.Kind kind, Position at))) {
            evaluator.refuse(
                    node.at(),
                    english("Fn::Sub works on a text"),
                    english("It is a list or a map"),
                    english("Write the text itself"));
            return Node.text("", node.at());
        }
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2).strip();
            String value =
                    matcher.group(1).isEmpty() ? value(name, at, variables, evaluator) : "${" + matcher.group(2) + "}";
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return Node.text(matcher.appendTail(result).toString(), at);
    }

    private static String value(String name, Position at, Map<String, String> variables, Evaluator evaluator) {
        String own = variables.get(name);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        References references = evaluator.references();
        Node value = dot < 0 || references.isImplied(name)
                ? references.ref(name, at)
                : references.attribute(name.substring(0, dot), name.substring(dot + 1), at);
        return evaluator.text(value);
    }
}
