package dev.encargo.local.template.model;

import dev.encargo.local.template.source.Position;
import java.util.Optional;

/// One subscriber: `protocol` is sqs, lambda, https, email, …; `raw` leaves the envelope away.
public record Subscription(
        String id,
        String topicArn,
        String protocol,
        String endpoint,
        boolean raw,
        Optional<String> filterPolicyJson,
        boolean filtersBody,
        Optional<String> deadLetterArn,
        Position at) {}
