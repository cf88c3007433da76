package dev.encargo.local.template.source;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads one YAML or JSON file into nodes. Refuses names that occur twice, merge keys and unknown tags.
public final class YamlFile {

    /// Whether `!Ref` and the like may be used: in a template yes, in a file that `AWS::Include` brings in no.
    public enum ShortForms {
        ALLOWED,
        REFUSED
    }

    private final String name;
    private final ShortForms shortForms;
    private final Refusals refusals;

    private YamlFile(String name, ShortForms shortForms, Refusals refusals) {
        this.name = name;
        this.shortForms = shortForms;
        this.refusals = refusals;
    }

    /// The content of `file`; empty where it cannot be read, which is then among the refusals at `mentionedAt`.
    public static Optional<Node> read(Path file, ShortForms shortForms, Position mentionedAt, Refusals refusals) {
        Optional<String> text = text(file, mentionedAt, refusals);
        return text.flatMap(content -> parse(content, Position.display(file), shortForms, refusals));
    }

    /// The text of `file`; empty where it cannot be read, which is then among the refusals at `mentionedAt`.
    public static Optional<String> text(Path file, Position mentionedAt, Refusals refusals) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            String shown = Position.display(file);
            refusals.add(
                    mentionedAt,
                    english("The file %s does not exist", shown),
                    english("It is named here"),
                    english("Create it or correct the name"));
        } catch (IOException e) {
            refusals.add(
                    mentionedAt,
                    english("The file %s cannot be read", Position.display(file)),
                    verbatim(String.valueOf(e.getMessage())),
                    english("Make it readable, as UTF-8 text"));
        }
        return Optional.empty();
    }

    /// Parses text as if it were the file `name`.
    public static Optional<Node> parse(String text, String name, ShortForms shortForms, Refusals refusals) {
        YamlFile reading = new YamlFile(name, shortForms, refusals);
        try {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            org.yaml.snakeyaml.nodes.@org.jspecify.annotations.Nullable Node root =
                    yaml.compose(new StringReader(text));
            return root == null ? Optional.empty() : Optional.of(reading.convert(root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            refusals.add(
                    new Position(name, line),
                    english("This is not valid YAML"),
                    verbatim(String.valueOf(e.getProblem())),
                    english("Correct the line"));
        } catch (YAMLException e) {
            refusals.add(
                    new Position(name, 1),
                    english("This is not valid YAML"),
                    verbatim(String.valueOf(e.getMessage())),
                    english("Correct the file"));
        }
        return Optional.empty();
    }

    private Node convert(org.yaml.snakeyaml.nodes.Node node) {
        Position at = position(node);
        Node plain = switch (node) {
            case ScalarNode scalar -> new Node.Scalar(scalar.getValue(), kind(scalar), at);
            case SequenceNode sequence -> items(sequence, at);
            case MappingNode mapping -> fields(mapping, at);
            default -> Node.text("", at);
        };
        String tag = node.getTag().getValue();
        return tag.startsWith(Tag.PREFIX) ? plain : longForm(tag, plain, at);
    }

    private Node longForm(String tag, Node plain, Position at) {
        String function = tag.startsWith("!") ? tag.substring(1) : tag;
        if (shortForms == ShortForms.REFUSED) {
            refusals.add(
                    at,
                    english("The short form %s is used in an included file", tag),
                    english("AWS::Include understands only long forms"),
                    english("Write {\"%s\": …}", longName(function)));
        }
        return new Node.Fields(Map.of(longName(function), new Node.Field(plain, at)), at);
    }

    private static String longName(String function) {
        return function.equals("Ref") || function.equals("Condition") ? function : "Fn::" + function;
    }

    private Node.Items items(SequenceNode sequence, Position at) {
        List<Node> items = new ArrayList<>();
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            items.add(convert(item));
        }
        return new Node.Items(items, at);
    }

    private Node.Fields fields(MappingNode mapping, Position at) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position nameAt = position(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                refusals.add(
                        nameAt,
                        english("A name is not plain text"),
                        english("CloudFormation has only text as names"),
                        english("Write a plain name"));
                continue;
            }
            Node.Field field = new Node.Field(convert(tuple.getValueNode()), nameAt);
            if (fields.put(key.getValue(), field) != null) {
                refusals.add(
                        nameAt,
                        english("The name %s occurs twice", key.getValue()),
                        english("Only one of them would count"),
                        english("Remove one"));
            }
        }
        return new Node.Fields(fields, at);
    }

    private Position position(org.yaml.snakeyaml.nodes.Node node) {
        return new Position(name, node.getStartMark().getLine() + 1);
    }

    private static Node.Kind kind(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            return Node.Kind.INTEGER;
        } else if (tag.equals(Tag.FLOAT)) {
            return Node.Kind.DECIMAL;
        } else if (tag.equals(Tag.BOOL)) {
            return Node.Kind.FLAG;
        }
        return tag.equals(Tag.NULL) ? Node.Kind.NOTHING : Node.Kind.TEXT;
    }
}
