package dev.encargo.local.template.model;

import java.time.Duration;

/// How long and how often a delivery is tried again after its first failure.
public record RetryPolicy(Duration maximumAge, int maximumRetries) {

    /// What EventBridge does where nothing is declared.
    public static final RetryPolicy UNDECLARED = new RetryPolicy(Duration.ofHours(24), 185);
}
