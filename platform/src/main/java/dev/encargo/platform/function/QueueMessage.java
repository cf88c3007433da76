package dev.encargo.platform.function;

/// A message taken from a queue. `receives` counts this delivery too.
public record QueueMessage(String id, String body, int receives) {}
