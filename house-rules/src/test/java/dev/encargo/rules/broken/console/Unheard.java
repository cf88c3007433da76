package dev.encargo.rules.broken.console;

public record Unheard() {}
