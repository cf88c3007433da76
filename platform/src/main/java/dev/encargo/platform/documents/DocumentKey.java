package dev.encargo.platform.documents;

public record DocumentKey(String collection, String id) {}
