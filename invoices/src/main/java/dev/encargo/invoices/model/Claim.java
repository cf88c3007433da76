package dev.encargo.invoices.model;

import io.avaje.jsonb.Json;
import java.time.LocalDate;

/// A position in a series, taken by an order for good. `date` is the legal date of what will bear the number.
@Json
public record Claim(String orderId, long position, LocalDate date) {}
