package dev.encargo.platform;

import java.util.Optional;

/// Configuration values by the last part of their name (`tax-rate` is `/encargo/<stage>/tax-rate`). Cached for
/// minutes.
public interface Settings {

    /// The value as it was written; empty when the setting does not exist.
    Optional<String> find(String name);

    /// @throws IllegalStateException when the setting does not exist
    default String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the setting '" + name + "' is not defined"));
    }
}
