package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import dev.encargo.local.template.source.Template;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The template's parameters with the values given or their defaults, checked as CloudFormation checks them.
public final class Parameters {

    private final Map<String, Node> values;

    private Parameters(Map<String, Node> values) {
        this.values = values;
    }

    static Parameters of(Template template, Surroundings surroundings, Refusals refusals) {
        Map<String, Node.Field> declared = template.section("Parameters").fields();
        Map<String, Node> values = new LinkedHashMap<>();
        declared.forEach((name, field) -> {
            if (field.value() instanceof Node.Fields body) {
                value(name, body, field.at(), surroundings, refusals).ifPresent(value -> values.put(name, value));
            }
        });
        surroundings.parameters().keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .sorted()
                .forEach(name -> refusals.add(
                        Position.startOf(template.file()),
                        english("There is no parameter %s", name),
                        english("A value is given for it"),
                        english("Declare it under Parameters or leave the value away")));
        return new Parameters(values);
    }

    public Optional<Node> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Optional<Node> value(
            String name, Node.Fields body, Position at, Surroundings surroundings, Refusals refusals) {
        String type = scalar(body, "Type").orElse("String");
        Optional<String> given = Optional.ofNullable(surroundings.parameters().get(name));
        Optional<String> text = given.or(() -> scalar(body, "Default"));
        if (text.isEmpty()) {
            refusals.add(
                    at,
                    english("The parameter %s has no value", name),
                    english("It has no Default and none is given"),
                    english("Give it a Default or pass a value"));
            return Optional.empty();
        }
        if (type.startsWith("AWS::SSM::") && given.isEmpty()) {
            refusals.add(
                    at,
                    english("The parameter %s reads the parameter store", name),
                    english("On a laptop there is nothing to read before the stack exists"),
                    english("Pass a value for it"));
        }
        check(name, text.get(), type, body, at, refusals);
        return Optional.of(isList(type) ? list(text.get(), at) : new Node.Scalar(text.get(), Node.Kind.TEXT, at));
    }

    private static boolean isList(String type) {
        return type.equals("CommaDelimitedList") || type.startsWith("List<");
    }

    private static Node list(String text, Position at) {
        return new Node.Items(
                Stream.of(text.split(",", -1))
                        .<Node>map(item -> Node.text(item.strip(), at))
                        .toList(),
                at);
    }

    private static void check(
            String name, String value, String type, Node.Fields body, Position at, Refusals refusals) {
        List<Node> allowed = body.get("AllowedValues")
                .filter(Node.Items.class::isInstance)
                .map(items -> ((Node.Items) items).items())
                .orElse(List.of());
        boolean amongAllowed = allowed.isEmpty() || allowed.stream().anyMatch(node -> isText(node, value));
        try {
            boolean matches = scalar(body, "AllowedPattern")
                    .map(pattern -> Pattern.matches(pattern, value))
                    .orElse(true);
            boolean sized = type.equals("Number")
                    ? value.matches("-?[0-9]+(\\.[0-9]+)?") && between(value, body, "MinValue", "MaxValue")
                    : between(Integer.toString(value.length()), body, "MinLength", "MaxLength");
            if (!amongAllowed || !matches || !sized) {
                refusals.add(
                        at,
                        english("The parameter %s may not be \"%s\"", name, value),
                        english(
                                "Its Type, AllowedValues, AllowedPattern or least and greatest value or length forbid it"),
                        english("Give a value that they allow"));
            }
        } catch (PatternSyntaxException | NumberFormatException e) {
            refusals.add(
                    at,
                    english("A limit of the parameter %s cannot be read", name),
                    verbatim(String.valueOf(e.getMessage())),
                    english("Correct AllowedPattern or the numbers"));
        }
    }

    private static boolean isText(Node node, String value) {
        return node instanceof Node.Scalar scalar && scalar.text().equals(value);
    }

    private static boolean between(String value, Node.Fields body, String least, String most) {
        BigDecimal number = new BigDecimal(value);
        return scalar(body, least)
                        .map(limit -> number.compareTo(new BigDecimal(limit)) >= 0)
                        .orElse(true)
                && scalar(body, most)
                        .map(limit -> number.compareTo(new BigDecimal(limit)) <= 0)
                        .orElse(true);
    }

    private static Optional<String> scalar(Node.Fields body, String name) {
        return body.get(name).filter(Node.Scalar.class::isInstance).map(node -> ((Node.Scalar) node).text());
    }
}
