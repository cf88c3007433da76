package dev.encargo.local.http.wire;

import org.jspecify.annotations.Nullable;

/// A request's first line and headers, understood. `length` is that of the body, -1 where it comes in chunks.
record Head(
        String method,
        String path,
        @Nullable String query,
        String version,
        Headers headers,
        long length,
        boolean keepAlive,
        boolean expectsContinue) {

    static final long CHUNKED = -1;
}
