package dev.encargo.local.template.read;

import dev.encargo.local.template.source.Node;
import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Template.Declared;

/// A resource that is created: as declared, its `own` resolved properties, and these with the `Globals` merged in.
public record Resolved(Declared declared, Node.Fields own, Node.Fields merged) {

    public String id() {
        return declared.id();
    }

    public Position at() {
        return declared.at();
    }
}
