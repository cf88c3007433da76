package dev.encargo.local.template.intrinsic;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SAM's `Globals`: maps are merged name by name, lists are joined, a resource's own value wins.
public final class Globals {

    private static final Map<String, String> SECTIONS = Map.of(
            "AWS::Serverless::Function", "Function",
            "AWS::Serverless::Api", "Api",
            "AWS::Serverless::StateMachine", "StateMachine");

    private Globals() {}

    /// The section that applies to resources of `type`, as it is written.
    public static Optional<Node.Fields> sectionFor(String type, Template template) {
        return sectionOf(type)
                .flatMap(section -> template.section("Globals").get(section))
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast);
    }

    /// The name of the section that applies to resources of `type`.
    public static Optional<String> sectionOf(String type) {
        return Optional.ofNullable(SECTIONS.get(type));
    }

    /// The type that a section applies to.
    public static Optional<String> typeOf(String section) {
        return SECTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(section))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public static Node.Fields merge(Node.Fields global, Node.Fields own) {
        Map<String, Node.Field> merged = new LinkedHashMap<>(own.fields());
        global.fields().forEach((name, field) -> merged.merge(name, field, (mine, theirs) -> mergeField(theirs, mine)));
        return new Node.Fields(merged, own.at());
    }

    private static Node.Field mergeField(Node.Field global, Node.Field own) {
        if (global.value() instanceof Node.Fields theirs && own.value() instanceof Node.Fields mine) {
            return new Node.Field(merge(theirs, mine), own.at());
        }
        if (global.value() instanceof Node.Items theirs && own.value() instanceof Node.Items mine) {
            List<Node> joined = new ArrayList<>(theirs.items());
            joined.addAll(mine.items());
            return new Node.Field(new Node.Items(joined, mine.at()), own.at());
        }
        return own;
    }
}
