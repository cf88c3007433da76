package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// The caller's side of the webhooks: remembers what arrives, answers as told (204 when told nothing).
final class Receiver implements AutoCloseable {
    record Arrival(String signature, String body) {
        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException damaged) {
                throw new IllegalStateException(damaged);
            }
        }

        String type() {
            return json().path("type").asText();
        }
    }

    private final HttpServer server;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
    }

    void answerNext(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (arrivals) {
            arrivals.add(new Arrival(exchange.getRequestHeaders().getFirst(Signature.HEADER), body));
            arrivals.notifyAll();
        }
        Integer told = answers.poll();
        exchange.sendResponseHeaders(told == null ? 204 : told, -1);
        exchange.close();
    }

    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    List<String> types() {
        return arrivals().stream().map(Arrival::type).toList();
    }

    /// Waits until so many have arrived, at most ten seconds.
    List<Arrival> await(int count) throws InterruptedException {
        return await(count, Duration.ofSeconds(10));
    }

    List<Arrival> await(int count, Duration atMost) throws InterruptedException {
        synchronized (arrivals) {
            waitFor(() -> arrivals.size() >= count, atMost);
            return List.copyOf(arrivals);
        }
    }

    private void waitFor(BooleanSupplier reached, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!reached.getAsBoolean()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("only " + arrivals.size() + " notices arrived: " + arrivals);
            }
            arrivals.wait(left);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
