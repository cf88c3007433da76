package dev.encargo.platform.webhook;

/// What a webhook's signature says about it.
public enum Verdict {
    GENUINE,
    /// There is no signature, or it cannot be read.
    MALFORMED,
    /// It was signed more than five minutes from now.
    EXPIRED,
    /// It was signed with none of the live secrets.
    FORGED
}
