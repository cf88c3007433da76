package dev.encargo.local.template.parity;

import dev.encargo.local.template.source.Position;
import dev.encargo.local.template.source.Wording;

/// One resource (`property` is empty) or one of its properties, and what becomes of it. `reason` is empty where
/// honoured.
public record ParityEntry(
        String resource, String type, String property, Treatment treatment, Wording reason, Position at) {}
