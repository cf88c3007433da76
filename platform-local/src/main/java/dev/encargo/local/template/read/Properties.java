package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;

import dev.encargo.local.template.source.Json;
import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Typed access to resolved properties. What is missing or has the wrong shape or size becomes a refusal.
final class Properties {

    private final Node.Fields fields;
    private final Phrase owner;
    private final Refusals refusals;

    Properties(Node.Fields fields, Phrase owner, Refusals refusals) {
        this.fields = fields;
        this.owner = owner;
        this.refusals = refusals;
    }

    Position at() {
        return fields.at();
    }

    Position at(String name) {
        return fields.positionOf(name);
    }

    boolean has(String name) {
        return fields.fields().containsKey(name);
    }

    Set<String> names() {
        return fields.fields().keySet();
    }

    Optional<Node> node(String name) {
        return fields.get(name);
    }

    Optional<String> text(String name) {
        Optional<Node> node = fields.get(name);
        if (node.isPresent() && node.get() instanceof Node.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        node.ifPresent(other -> refuse(
                other.at(), english("%s of %s is a single value", name, owner), english("It is a list or a map")));
        return Optional.empty();
    }

    String required(String name) {
        if (!has(name)) {
            refuse(at(), english("%s has no %s", owner, name), english("It is required"));
        }
        return text(name).orElse("");
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.get().matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        }
        refuse(
                at(name),
                english("%s of %s may not be %s", name, owner, text.get()),
                english("It is a whole number from %s to %s", least, most));
        return OptionalInt.empty();
    }

    int number(String name, int whenAbsent, int least, int most) {
        return number(name, least, most).orElse(whenAbsent);
    }

    Duration seconds(String name, int whenAbsent, int least, int most) {
        return Duration.ofSeconds(number(name, whenAbsent, least, most));
    }

    boolean flag(String name, boolean whenAbsent) {
        return text(name).map(Json::flag).orElse(whenAbsent);
    }

    /// A map among the properties; where it is absent, one without any property.
    Properties child(String name) {
        Optional<Node> node = fields.get(name);
        if (node.isPresent() && node.get() instanceof Node.Fields inner) {
            return new Properties(inner, english("%s of %s", name, owner), refusals);
        }
        node.ifPresent(other -> refuse(
                other.at(), english("%s of %s is a map", name, owner), english("It is a list or a single value")));
        return new Properties(Node.none(at(name)), english("%s of %s", name, owner), refusals);
    }

    List<Properties> children(String name) {
        List<Properties> children = new ArrayList<>();
        for (Node item : items(name)) {
            if (item instanceof Node.Fields inner) {
                children.add(new Properties(inner, english("%s of %s", name, owner), refusals));
            } else {
                refuse(
                        item.at(),
                        english("Each of %s of %s is a map", name, owner),
                        english("It is a list or a single value"));
            }
        }
        return children;
    }

    /// A list of texts; a single text counts as a list of one.
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(name)) {
            if (item instanceof Node.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                refuse(
                        item.at(),
                        english("Each of %s of %s is a single value", name, owner),
                        english("It is a list or a map"));
            }
        }
        return texts;
    }

    /// All properties as texts by name.
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.fields().keySet().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /// The properties that are maps, by name.
    Map<String, Properties> children() {
        Map<String, Properties> children = new LinkedHashMap<>();
        fields.fields().keySet().forEach(name -> children.put(name, child(name)));
        return children;
    }

    Optional<String> json(String name) {
        return fields.get(name).map(node -> Json.of(node).toString());
    }

    void refuse(Position where, Phrase what, Phrase why) {
        refusals.add(where, what, why, english("Correct it here"));
    }

    private List<Node> items(String name) {
        Optional<Node> node = fields.get(name);
        if (node.isEmpty()) {
            return List.of();
        }
        return node.get() instanceof Node.Items list ? list.items() : List.of(node.get());
    }
}
