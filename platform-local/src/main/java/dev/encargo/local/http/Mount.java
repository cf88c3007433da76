package dev.encargo.local.http;

import dev.encargo.local.http.wire.Handler;

/// Everything at and below `prefix` (`/console`, `/_encargo`) is answered by `handler`; the longest prefix wins.
public record Mount(String prefix, Handler handler) {

    public Mount {
        if (!prefix.matches("(/[A-Za-z0-9_-]+)+")) {
            throw new IllegalArgumentException("not a prefix: " + prefix);
        }
    }

    boolean holds(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
