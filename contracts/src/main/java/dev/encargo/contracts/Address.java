package dev.encargo.contracts;

import org.jspecify.annotations.Nullable;

/// A postal address. `country` is ISO 3166-1 alpha-2.
public record Address(
        String line1,
        @Nullable String line2,
        String postalCode,
        String city,
        @Nullable String region,
        String country) {}
