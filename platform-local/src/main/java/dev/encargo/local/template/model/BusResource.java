package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;

/// An event bus of its own. The bus `default` exists without being declared.
public record BusResource(String id, String name, String arn, Position at) implements Resource {}
