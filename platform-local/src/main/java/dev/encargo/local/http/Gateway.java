package dev.encargo.local.http;

import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.http.wire.Limits;
import dev.encargo.local.http.wire.PortTaken;
import dev.encargo.local.http.wire.Server;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The host's one port. It is bound first, so that its number is known before the template is read, and opened when
/// everything behind it stands; a client that connects in between waits.
///
/// Only names of this machine are answered (`Host`), and pages of other origins change nothing (`Origin`).
public final class Gateway implements AutoCloseable {

    private final Server server;

    private Gateway(Server server) {
        this.server = server;
    }

    /// Binds a port of 127.0.0.1; 0 takes a free one.
    ///
    /// @throws PortTaken when somebody else listens there
    public static Gateway bind(int port) throws IOException {
        return bind(port, Limits.standard());
    }

    public static Gateway bind(int port, Limits limits) throws IOException {
        return new Gateway(Server.bind(port, limits));
    }

    public int port() {
        return server.port();
    }

    /// `http://localhost:4510`, without a slash at the end.
    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    /// Opens for all: `api` answers what no mount holds.
    public Gateway open(Handler api, List<Mount> mounts) {
        List<Mount> longestFirst = mounts.stream()
                .sorted(Comparator.comparingInt((Mount mount) -> mount.prefix().length())
                        .reversed())
                .toList();
        server.serve(new LoopbackOnly(request -> {
            for (Mount mount : longestFirst) {
                if (mount.holds(request.path())) {
                    return mount.handler().handle(request);
                }
            }
            return api.handle(request);
        }));
        return this;
    }

    /// Accepts nobody any more, lets calls in flight end within `bound`, then cuts the rest.
    public void stop(Duration bound) throws IOException, InterruptedException {
        server.stop(bound);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
