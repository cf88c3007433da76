package dev.encargo.invoices.model;

import io.avaje.jsonb.Json;

/// Who sells, as it was when the invoice was drafted. `address` is one text, its lines separated by commas.
@Json
public record Seller(String name, String address, String taxId) {}
