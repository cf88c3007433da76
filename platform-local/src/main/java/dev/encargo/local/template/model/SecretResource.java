package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.Optional;

/// A secret: its `value` is written in the template (never for a real one) or generated once, when it is first
/// needed.
public record SecretResource(
        String id, String name, String arn, Optional<String> value, Optional<Generated> generated, Position at)
        implements Resource {

    /// A random text of `length` without `excluded` characters; with `key`, the field of the JSON object
    /// `template`.
    public record Generated(
            int length,
            String excluded,
            boolean punctuation,
            boolean numbers,
            boolean upperCase,
            boolean lowerCase,
            Optional<String> template,
            Optional<String> key) {}
}
