package dev.encargo.local.template.parity;

import dev.encargo.local.template.source.Phrase;
import dev.encargo.local.template.source.Position;

/// One resource (`property` is empty) or one of its properties, and what becomes of it. `reason` is empty where
/// honoured.
public record ParityEntry(
        String resource, String type, String property, Treatment treatment, Phrase reason, Position at) {}
