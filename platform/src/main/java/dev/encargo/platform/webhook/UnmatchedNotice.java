package dev.encargo.platform.webhook;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/// Genuine notices about a key that nothing here was asked by: the newest twenty raw bodies.
@Json
public record UnmatchedNotice(String key, Instant at, List<String> bodies) {
    public UnmatchedNotice {
        bodies = List.copyOf(bodies);
    }
}
