package dev.encargo.platform.documents;

/// How a write ended.
public sealed interface Written {

    /// `performed` says that the host has performed the effects in the same transaction, so that nothing is left to
    /// perform or settle.
    record Done(long revision, boolean performed) implements Written {}

    /// The id exists already (insert), or the stored revision is another one or the document is absent (replace).
    /// Nothing was written.
    record Conflict() implements Written {}
}
