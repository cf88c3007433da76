package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.time.Duration;
import java.util.OptionalInt;

/// A queue that a function reads: up to `batchSize` messages a call, gathered for at most `window`, by at most
/// `maximumConcurrency` calls at a time. `partialFailures` is `ReportBatchItemFailures`.
public record EventSourceMapping(
        String id,
        String functionId,
        String queueArn,
        int batchSize,
        Duration window,
        OptionalInt maximumConcurrency,
        boolean partialFailures,
        boolean enabled,
        Position at) {}
