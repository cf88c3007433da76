package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;

/// One setting in the parameter store.
public record ParameterResource(String id, String name, String type, String value, Position at) implements Resource {}
