package dev.encargo.local.http;

import dev.encargo.local.http.wire.Handler;
import dev.encargo.local.http.wire.Problem;
import dev.encargo.local.http.wire.Request;
import dev.encargo.local.http.wire.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps web pages of other origins out: a page whose name was pointed at 127.0.0.1 shows in `Host`, one that posts
/// here
/// from elsewhere in `Origin`.
final class LoopbackOnly implements Handler {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Handler next;

    LoopbackOnly(Handler next) {
        this.next = next;
    }

    @Override
    public Response handle(Request request) throws InterruptedException {
        @Nullable String host = request.header("Host");
        if (host != null && !isLoopback(host)) {
            throw Problem.of(421, "host-not-local", "This host answers to local names only")
                    .detail("Use localhost or 127.0.0.1.");
        }
        if (!HARMLESS.contains(request.method())) {
            checkOrigin(request.header("Origin"));
        }
        return next.handle(request);
    }

    private static void checkOrigin(@Nullable String origin) {
        if (origin != null && !isLoopbackOrigin(origin)) {
            throw Problem.of(403, "origin-not-local", "A page from elsewhere may change nothing here");
        }
    }

    private static boolean isLoopback(String host) {
        int colon = host.lastIndexOf(':');
        boolean withPort = colon > host.lastIndexOf(']');
        String name = withPort ? host.substring(0, colon) : host;
        return (!withPort || isPort(host, colon + 1))
                && (LOOPBACK.contains(name) || name.equalsIgnoreCase("localhost"));
    }

    private static boolean isPort(String host, int from) {
        for (int i = from; i < host.length(); i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoopbackOrigin(String origin) {
        try {
            @Nullable String host = new URI(origin).getHost();
            return host != null && isLoopback(host);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
