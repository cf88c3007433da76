package dev.encargo.local.template.intrinsic;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `Fn::Join`, `Fn::Split`, `Fn::Select` and `Fn::Base64`.
final class Texts {

    private Texts() {}

    static Optional<Node> join(Node argument, Position at, Evaluator evaluator) {
        List<Node> two = pair(argument, at, "Fn::Join", "[delimiter, [values]]", evaluator);
        if (two.isEmpty()) {
            return Optional.of(Node.text("", at));
        }
        String delimiter = evaluator.text(two.get(0));
        return Optional.of(Node.text(
                list(two.get(1), "Fn::Join", evaluator).stream()
                        .map(evaluator::text)
                        .collect(Collectors.joining(delimiter)),
                at));
    }

    static Optional<Node> split(Node argument, Position at, Evaluator evaluator) {
        List<Node> two = pair(argument, at, "Fn::Split", "[delimiter, text]", evaluator);
        if (two.isEmpty()) {
            return Optional.of(new Node.Items(List.of(), at));
        }
        String[] parts =
                Pattern.compile(Pattern.quote(evaluator.text(two.get(0)))).split(evaluator.text(two.get(1)), -1);
        return Optional.of(new Node.Items(
                List.of(parts).stream().<Node>map(part -> Node.text(part, at)).toList(), at));
    }

    static Optional<Node> select(Node argument, Position at, Evaluator evaluator) {
        List<Node> two = pair(argument, at, "Fn::Select", "[index, list]", evaluator);
        if (two.isEmpty()) {
            return Optional.of(Node.text("", at));
        }
        List<Node> choices = list(two.get(1), "Fn::Select", evaluator);
        String index = evaluator.text(two.get(0));
        if (index.matches("[0-9]{1,4}") && Integer.parseInt(index) < choices.size()) {
            return Optional.of(choices.get(Integer.parseInt(index)));
        }
        evaluator.refuse(
                at,
                english("Fn::Select asks for item %s", index),
                english("The list has %s items, counted from 0", choices.size()),
                english("Ask for one that exists"));
        return Optional.of(Node.text("", at));
    }

    static Optional<Node> base64(Node argument, Position at, Evaluator evaluator) {
        byte[] bytes = evaluator.text(argument).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Node.text(Base64.getEncoder().encodeToString(bytes), at));
    }

    /// The two arguments, or none with a refusal.
    static List<Node> pair(Node argument, Position at, String function, String form, Evaluator evaluator) {
        if (argument instanceof Node.Items items && items.items().size() == 2) {
            return items.items();
        }
        evaluator.refuse(
                at,
                english("%s takes two arguments", function),
                english("Its form is %s", form),
                english("Write them as a list"));
        return List.of();
    }

    private static List<Node> list(Node node, String function, Evaluator evaluator) {
        Optional<Node> value = evaluator.evaluate(node);
        if (value.isPresent() && value.get() instanceof Node.Items items) {
            return items.items();
        }
        evaluator.refuse(
                node.at(),
                english("%s needs a list here", function),
                english("It is a single value"),
                english("Write a list"));
        return List.of();
    }
}
