package dev.encargo.local.bus;

import java.time.Instant;

/// What an input template may say about the delivery itself: which rule, and when the bus took the event.
public record RuleOrigin(String ruleArn, String ruleName, Instant ingestedAt) {}
