package dev.encargo.platform.documents;

/// Where a document is found by query: in `index`, under `partition`, ordered by `sort` (unique within the
/// partition; end it with the id).
public record IndexEntry(String index, String partition, String sort) {}
