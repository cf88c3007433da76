package dev.encargo.local.template.read;

import static dev.encargo.local.template.source.Phrase.english;
import static dev.encargo.local.template.source.Phrase.verbatim;

import dev.encargo.local.template.intrinsic.Globals;
import dev.encargo.local.template.model.Mention;
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

/// Typed access to resolved properties. What is missing or has the wrong shape or size becomes a refusal. It names
/// the resource, or its section of `Globals` where the value is written there: then all resources have the same
/// refusal.
final class Properties {

    private final Node.Fields fields;
    private final Node.Fields own;
    private final Owners owners;
    private final Refusals refusals;

    private record Owners(Phrase resource, Phrase globals) {
        Owners below(String name) {
            return new Owners(english("%s of %s", name, resource), english("%s of %s", name, globals));
        }
    }

    private Properties(Node.Fields fields, Node.Fields own, Owners owners, Refusals refusals) {
        this.fields = fields;
        this.own = own;
        this.owners = owners;
        this.refusals = refusals;
    }

    static Properties of(Resolved resource, Refusals refusals) {
        String section = Globals.sectionOf(resource.declared().type()).orElse("");
        return new Properties(
                resource.merged(),
                resource.own(),
                new Owners(verbatim(resource.id()), english("Globals.%s", section)),
                refusals);
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
                other.at(),
                english("%s of %s is a single value", name, owner(name)),
                english("It is a list or a map")));
        return Optional.empty();
    }

    Optional<Mention> mention(String name) {
        return text(name).map(arn -> new Mention(arn, at(name)));
    }

    String required(String name) {
        if (!has(name)) {
            refuse(at(), english("%s has no %s", owners.resource, name), english("It is required"));
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
                english("%s of %s may not be %s", name, owner(name), text.get()),
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
            return below(name, inner, own.get(name));
        }
        node.ifPresent(other -> refuse(
                other.at(),
                english("%s of %s is a map", name, owner(name)),
                english("It is a list or a single value")));
        return below(name, Node.none(at(name)), own.get(name));
    }

    List<Properties> children(String name) {
        List<Properties> children = new ArrayList<>();
        for (Node item : items(name)) {
            if (item instanceof Node.Fields inner) {
                children.add(below(name, inner, Optional.<Node>of(inner).filter(ownItems(name)::contains)));
            } else {
                refuse(
                        item.at(),
                        english("Each of %s of %s is a map", name, owner(name, item)),
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
                        english("Each of %s of %s is a single value", name, owner(name, item)),
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

    private Properties below(String name, Node.Fields inner, Optional<Node> written) {
        Node.Fields ownInner =
                written.orElse(null) instanceof Node.Fields ownFields ? ownFields : Node.none(inner.at());
        return new Properties(inner, ownInner, owners.below(name), refusals);
    }

    private Phrase owner(String name) {
        return own.get(name).isPresent() ? owners.resource : owners.globals;
    }

    private Phrase owner(String name, Node item) {
        return ownItems(name).contains(item) ? owners.resource : owners.globals;
    }

    private List<Node> items(String name) {
        return fields.get(name).map(Properties::items).orElse(List.of());
    }

    private List<Node> ownItems(String name) {
        return own.get(name).map(Properties::items).orElse(List.of());
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Items list ? list.items() : List.of(node);
    }
}
