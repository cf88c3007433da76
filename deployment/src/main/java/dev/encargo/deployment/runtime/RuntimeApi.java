package dev.encargo.deployment.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// The Runtime API of one function's process, as Lambda documents it ("Using the Lambda runtime API", version
/// 2018-06-01): hands out events one at a time and takes their answers.
public final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";
    private static final String INVOCATION = BASE + "invocation/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Call> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private record Call(String id, String event, Duration timeout, CompletableFuture<Answer> answer) {}

    /// What the function returned, or the error that it reported; both are JSON.
    public sealed interface Answer {
        String json();

        record Returned(String json) implements Answer {}

        record Failed(String json) implements Answer {}
    }

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    public static RuntimeApi start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        RuntimeApi api = new RuntimeApi(server);
        server.setExecutor(api.threads);
        server.createContext(BASE, api::handle);
        server.start();
        return api;
    }

    /// `host:port`, as the environment variable `AWS_LAMBDA_RUNTIME_API` gives it.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Done when the process has initialised and asks for its first event; failed when it reports that it cannot.
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /// Hands out an event; done with its answer.
    public CompletableFuture<Answer> invoke(String event, Duration timeout) {
        Call call = new Call(UUID.randomUUID().toString(), event, timeout, new CompletableFuture<>());
        waiting.add(call);
        return call.answer();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals(INVOCATION + "next")) {
                next(exchange);
            } else if (path.equals(BASE + "init/error")) {
                ready.completeExceptionally(new IllegalStateException("the function did not initialise: " + body));
                exchange.sendResponseHeaders(202, -1);
            } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
                answered(exchange, path, new Answer.Returned(body));
            } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
                answered(exchange, path, new Answer.Failed(body));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        Call call;
        try {
            call = waiting.take();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        running.put(call.id(), call);
        byte[] event = call.event().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", call.id());
        exchange.getResponseHeaders()
                .add(
                        "Lambda-Runtime-Deadline-Ms",
                        String.valueOf(
                                System.currentTimeMillis() + call.timeout().toMillis()));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:here");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    private void answered(HttpExchange exchange, String path, Answer answer) throws IOException {
        Call call = running.remove(path.substring(INVOCATION.length(), path.lastIndexOf('/')));
        exchange.sendResponseHeaders(call == null ? 404 : 202, -1);
        if (call != null) {
            call.answer().complete(answer);
        }
    }

    /// Nobody answers any more.
    void fail(String why) {
        IllegalStateException over = new IllegalStateException(why);
        ready.completeExceptionally(over);
        waiting.forEach(call -> call.answer().completeExceptionally(over));
        running.values().forEach(call -> call.answer().completeExceptionally(over));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        fail("the Runtime API was closed");
    }
}
