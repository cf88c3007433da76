package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.time.Duration;
import java.util.Optional;

/// A queue. After `redrive.maxReceiveCount()` receives a message moves to its dead letters.
public record QueueResource(
        String id,
        String name,
        String arn,
        String url,
        Duration visibility,
        Duration retention,
        Duration delay,
        Duration receiveWait,
        int maximumMessageBytes,
        Optional<Redrive> redrive,
        Position at)
        implements Resource {

    public record Redrive(String deadLetterArn, int maxReceiveCount, Position at) {}
}
