package dev.encargo.local.ports;

import java.net.URI;
import java.time.Duration;

/// Makes links that let their bearer read one file of a bucket for a while. `path` is `bucket/key`.
@FunctionalInterface
public interface LinkSigner {
    URI link(String path, Duration validity, String downloadName);
}
