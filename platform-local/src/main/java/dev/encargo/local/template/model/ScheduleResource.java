package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.Optional;

/// A schedule: at each moment of `expression` (`rate(…)`, `cron(…)` or `at(…)`, in `zone`) the target is called
/// without waiting for its answer.
public record ScheduleResource(
        String id,
        String name,
        String expression,
        String zone,
        boolean enabled,
        String targetArn,
        Optional<String> roleArn,
        Optional<String> input,
        RetryPolicy retry,
        Optional<String> deadLetterArn,
        Position at)
        implements Resource {}
