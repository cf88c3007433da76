package dev.encargo.local.template.parity;

/// What the local host does with a property of a template.
public enum Treatment {
    /// It behaves as declared.
    HONOURED,
    /// The value is validated or shown; on a laptop it has no effect.
    CHECKED,
    /// No effect, for a reason.
    IGNORED,
    /// The host does not start with it.
    REFUSED
}
