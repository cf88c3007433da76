package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;

/// Who may use a queue or topic from outside: `resources` are ARNs or queue URLs.
public record ResourcePolicy(String id, List<String> resources, List<Statement> statements, Position at) {

    public ResourcePolicy {
        resources = List.copyOf(resources);
        statements = List.copyOf(statements);
    }
}
