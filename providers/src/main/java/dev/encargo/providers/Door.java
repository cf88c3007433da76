package dev.encargo.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A stand-in's HTTP side: finds the route, reads the JSON, lets planned faults happen, writes the answer.
final class Door implements AutoCloseable {
    private static final int LARGEST_BODY = 256 * 1024;

    private final Map<String, Route> routes = new HashMap<>();
    private final Faults faults;
    private final HttpServer server;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    Door(int port, List<Route> offered, Faults faults) throws IOException {
        offered.forEach(route -> routes.put(route.shape(), route));
        this.faults = faults;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(callers);
        server.createContext("/", this::handle);
    }

    void open() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = answer(exchange);
            } catch (Refused refused) {
                reply = refused.reply();
            } catch (BooksUnavailable unavailable) {
                reply = Reply.problem(503, "unavailable", String.valueOf(unavailable.getMessage()));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
            if (reply != null) {
                write(exchange, reply);
            }
        }
    }

    /// Null stands for no answer at all.
    private @Nullable Reply answer(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        String[] parts = path.split("/", -1);
        boolean keyed = parts.length > 2;
        String action = parts.length > 3 ? "/" + parts[3] : "";
        String shape = exchange.getRequestMethod() + " /" + (keyed ? parts[1] + "/*" + action : path.substring(1));
        Route route = parts.length > 4 ? null : routes.get(shape);
        if (route == null) {
            return Reply.problem(404, "no-such-route", exchange.getRequestMethod() + " " + path + " is not offered");
        }
        JsonNode body = body(exchange);
        String key = keyed ? decoded(parts[2]) : body.path("key").asText("");
        CallFault fault = faults.forCall(route.operation(), key);
        Call call = new Call(
                key,
                body,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                parameter(exchange.getRequestURI(), "orderId"),
                fault);
        return withFault(route, call, fault);
    }

    private @Nullable Reply withFault(Route route, Call call, @Nullable CallFault fault) throws InterruptedException {
        if (fault instanceof CallFault.Answered(int status, boolean done) && !done) {
            return Reply.problem(status, "planned-fault", "a fault was planned for this call");
        }
        Reply reply = route.work().answer(call);
        return switch (fault) {
            case CallFault.Answered(int status, boolean _) ->
                Reply.problem(status, "planned-fault", "a fault was planned for this call");
            case CallFault.NoAnswer(Duration hold) -> {
                Thread.sleep(hold);
                yield null;
            }
            case CallFault.Slow(Duration by) -> {
                Thread.sleep(by);
                yield reply;
            }
            case CallFault.ChargedTwice _, CallFault.WrongAmount _ -> reply;
            case null -> reply;
        };
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new Refused(413, "too-large", "a request is at most " + LARGEST_BODY + " bytes");
            }
            return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw new Refused(400, "not-json", String.valueOf(malformed.getOriginalMessage()));
        }
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(400, "bad-key", "the key in the path is not URL-encoded");
        }
    }

    private static @Nullable String parameter(URI uri, String name) {
        String query = uri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Streamed(Reply.Writing writing) -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    writing.to(out);
                }
            }
            case Reply.Body body -> {
                boolean problem = body.status() >= 400;
                exchange.getResponseHeaders()
                        .set("Content-Type", problem ? "application/problem+json" : "application/json");
                if (body.status() == 429 || body.status() == 503) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                }
                byte[] bytes = Json.text(body.json()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(body.status(), bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdownNow();
    }
}
