package dev.encargo.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Keeps files under stable keys (`invoices/2026/F-2026-000001.pdf`: 1–1024 characters of `A-Za-z0-9/._-`, no
/// `..`).
public interface FileStore {

    /// Stores the content durably, checks its SHA-256 on arrival and returns it in hex. Storing the same key again
    /// replaces the content.
    ///
    /// @throws Unavailable when the store cannot be reached or the content arrived damaged
    String put(String key, byte[] content, String contentType);

    Optional<byte[]> get(String key);

    /// A link that lets its bearer read the file for `validity` (1 s to 7 days), offered under `downloadName`.
    URI signedUrl(String key, Duration validity, String downloadName);
}
