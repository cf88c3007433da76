package dev.encargo.platform.documents;

/// A document read: its typed `body` and its business `version`.
public record Versioned<T>(T body, long version) {}
