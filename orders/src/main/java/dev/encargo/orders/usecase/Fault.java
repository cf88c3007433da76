package dev.encargo.orders.usecase;

/// What is wrong with one field of a request; `field` is a JSON pointer.
public record Fault(String field, String message) {}
