package dev.encargo.inventory.model;

import dev.encargo.contracts.Address;
import org.jspecify.annotations.Nullable;

/// Whom the parcel goes to, as far as the customer said.
public record Recipient(@Nullable String name, @Nullable Address address) {}
