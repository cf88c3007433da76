package dev.encargo.local.http.wire;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// One request: `path` and `query` as they were sent, still percent-encoded; `query` is null where there is no `?`.
public final class Request {

    private final Head head;
    private final BodyReader body;
    private final InetAddress remote;

    Request(Head head, BodyReader body, InetAddress remote) {
        this.head = head;
        this.body = body;
        this.remote = remote;
    }

    public String method() {
        return head.method();
    }

    public String path() {
        return head.path();
    }

    public @Nullable String query() {
        return head.query();
    }

    public Headers headers() {
        return head.headers();
    }

    public @Nullable String header(String name) {
        return head.headers().find(name);
    }

    public InetAddress remote() {
        return remote;
    }

    /// `HTTP/1.1` or `HTTP/1.0`.
    public String protocol() {
        return head.version();
    }

    /// Reads the body, once; later calls give the same bytes.
    ///
    /// @throws Problem 413 as soon as it is longer than `limit` bytes, 408 when too slow, 400 when badly framed
    public byte[] body(int limit) {
        return body.read(limit);
    }
}
