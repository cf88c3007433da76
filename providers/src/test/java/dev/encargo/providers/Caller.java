package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Calls a stand-in as an adapter would.
final class Caller implements AutoCloseable {
    record Answer(int status, JsonNode json) {
        String text(String name) {
            return json.path(name).asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    Caller(URI url) {
        this.url = url;
    }

    static String segment(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer act(String collection, String key, String action) throws IOException, InterruptedException {
        return post("/" + collection + "/" + segment(key) + "/" + action, "");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url.resolve(path)));
    }

    Answer state(String collection, String key) throws IOException, InterruptedException {
        return get("/" + collection + "/" + segment(key));
    }

    Answer pay(String order, long amount, String method) throws IOException, InterruptedException {
        return post("/payments", """
                {"key": "%s/pay", "orderId": "%s", "amount": %d, "currency": "EUR", "method": "%s"}""".formatted(order, order, amount, method));
    }

    Answer reserve(String order, String sku, long quantity) throws IOException, InterruptedException {
        return post("/reservations", """
                {"key": "%s/reserve", "orderId": "%s", "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(order, order, sku, quantity));
    }

    Answer ship(String order) throws IOException, InterruptedException {
        return post("/shipments", """
                {"key": "%s/ship", "orderId": "%s", "address": {"city": "Madrid"}}""".formatted(order, order));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request.timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
