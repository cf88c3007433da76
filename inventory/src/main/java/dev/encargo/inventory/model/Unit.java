package dev.encargo.inventory.model;

/// So many pieces of one article.
public record Unit(String sku, int quantity) {}
