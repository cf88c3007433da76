package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;

/// An ARN where a resource names it: its own line, or that of `Globals`.
public record Mention(String arn, Position at) {}
