package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;

/// A role: which principals may take it and what it may then do.
public record RoleResource(
        String id, String name, String arn, List<String> trustedServices, List<Statement> statements, Position at)
        implements Resource {

    public RoleResource {
        trustedServices = List.copyOf(trustedServices);
        statements = List.copyOf(statements);
    }

    /// Whether the role may do `action` (such as `sqs:SendMessage`) to the resource of that ARN.
    public boolean allows(String action, String resourceArn) {
        return Statement.decide(statements, statement -> statement.covers(action, resourceArn));
    }
}
