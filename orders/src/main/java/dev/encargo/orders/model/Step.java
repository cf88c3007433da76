package dev.encargo.orders.model;

import java.time.Instant;

/// One edge that an order has gone: the status it reached, with the version and the sequence of its event.
public record Step(Status from, Status to, Instant at, long version, long sequence) {}
