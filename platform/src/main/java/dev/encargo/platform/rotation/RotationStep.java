package dev.encargo.platform.rotation;

import io.avaje.jsonb.Json;

/// What Secrets Manager sends, four times a rotation: which step, of which secret, towards which version.
@Json
record RotationStep(
        @Json.Property("Step") String step,
        @Json.Property("SecretId") String secret,
        @Json.Property("ClientRequestToken") String token) {}
