package dev.encargo.deployment.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/// Who orders over the API, and looks what becomes of it.
public final class Customer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;

    public Customer(URI api) {
        this.api = api;
    }

    /// Places an order of two lines, the first being two of `sku`; its id.
    public String place(String method, String sku, String key) throws IOException, InterruptedException {
        String order = """
                {"customerId":"c-1","email":"ana@example.com","name":"Ana","locale":"es","paymentMethod":"%s",
                 "shippingAddress":{"line1":"Calle Mayor 1","postalCode":"28013","city":"Madrid","country":"ES"},
                 "items":[{"sku":"%s","description":"Camiseta","quantity":2,"unitPrice":21.90},
                          {"sku":"MUG","quantity":1,"unitPrice":9.50,"taxRate":0.1}]}""".formatted(method, sku);
        HttpResponse<String> placed = send("POST", "/orders", order, key);
        if (placed.statusCode() != 201) {
            throw new IllegalStateException("the order was not taken: " + placed.body());
        }
        return JSON.readTree(placed.body()).path("id").asText();
    }

    /// Waits until the order has this status; the order.
    public JsonNode awaitStatus(String order, String status) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode seen = JSON.createObjectNode();
        while (Instant.now().isBefore(end)) {
            seen = JSON.readTree(get("/orders/" + order).body());
            if (seen.path("status").asText().equals(status)) {
                return seen;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IllegalStateException("the order is not " + status + " but " + seen);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return api.resolve(path);
    }

    @Override
    public void close() {
        http.close();
    }
}
