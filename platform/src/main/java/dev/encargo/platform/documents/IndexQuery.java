package dev.encargo.platform.documents;

import org.jspecify.annotations.Nullable;

/// Asks an index for one page: entries of `partition` with `from` ≤ sort < `to` (null is open), strictly beyond
/// `after` (the last page's last sort key, null for the first page), newest first when `descending`; `limit` is
/// 1–1000.
public record IndexQuery(
        String index,
        String partition,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after,
        boolean descending,
        int limit) {}
