package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.time.Duration;
import java.util.List;

/// A bucket of files.
public record BucketResource(String id, String name, String arn, boolean versioned, List<Expiry> expiries, Position at)
        implements Resource {

    public BucketResource {
        expiries = List.copyOf(expiries);
    }

    /// Files under `prefix` vanish `after` they were written.
    public record Expiry(String prefix, Duration after) {}
}
