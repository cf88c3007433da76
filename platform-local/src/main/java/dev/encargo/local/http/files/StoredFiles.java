package dev.encargo.local.http.files;

import java.util.Optional;

/// Where served files come from.
@FunctionalInterface
public interface StoredFiles {

    /// The file under a key; empty where there is none.
    Optional<StoredFile> open(String key);
}
