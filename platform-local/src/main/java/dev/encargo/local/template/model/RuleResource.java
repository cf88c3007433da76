package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;
import java.util.Optional;

/// A rule on `bus` (a name): what matches `patternJson`, or the moments of `scheduleExpression`, goes to each
/// target.
public record RuleResource(
        String id,
        String name,
        String arn,
        String bus,
        String description,
        boolean enabled,
        Optional<String> patternJson,
        Optional<String> scheduleExpression,
        List<TargetResource> targets,
        Position at)
        implements Resource {

    public RuleResource {
        targets = List.copyOf(targets);
    }
}
