package dev.encargo.local.bus;

/// A piece of an input template: text as it is, or a variable.
sealed interface TemplatePart {
    record Literal(String text) implements TemplatePart {}

    record Variable(String name, Place place) implements TemplatePart {}

    /// Where a variable stands: as a JSON value, inside a JSON string, or in plain text.
    enum Place {
        VALUE,
        STRING,
        TEXT
    }
}
