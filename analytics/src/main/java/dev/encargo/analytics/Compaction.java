package dev.encargo.analytics;

import java.util.List;

/// What a compaction took in: objects, the records in them, the partitions it wrote, and what it had to leave. A
/// skipped
/// object is tried again next time; a skipped line is not.
public record Compaction(int objects, long records, int partitions, List<Skipped> skipped) {

    public Compaction {
        skipped = List.copyOf(skipped);
    }

    public record Skipped(String object, String reason) {}
}
