package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.List;
import java.util.Optional;

/// A table of documents with its keys and indexes.
public record TableResource(
        String id,
        String name,
        String arn,
        Keys keys,
        List<Index> indexes,
        Optional<String> expiryAttribute,
        Position at)
        implements Resource {

    public TableResource {
        indexes = List.copyOf(indexes);
    }

    public record Keys(String partition, Optional<String> sort) {}

    /// `projection` is ALL, KEYS_ONLY or INCLUDE.
    public record Index(String name, Keys keys, String projection, Position at) {}
}
