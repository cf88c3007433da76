package dev.encargo.cli.check;

/// What does not hold: `subject` is an order, a number, a queue or whatever the invariant speaks of.
public record Violation(String invariant, String subject, String found, String expected) {}
