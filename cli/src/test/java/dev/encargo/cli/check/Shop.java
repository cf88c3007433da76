package dev.encargo.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A customer's side of the API.
final class Shop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final URI api;

    Shop(URI api) {
        this.api = api;
    }

    /// Places an order of two and returns its id.
    String placed(String key, String method, String sku) throws IOException, InterruptedException {
        HttpResponse<String> answer = place(key, method, sku);
        if (answer.statusCode() != 201) {
            throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    HttpResponse<String> place(String key, String method, String sku) throws IOException, InterruptedException {
        String body = """
                {"customerId":"c-1","email":"ana@example.com","paymentMethod":"%s",
                 "items":[{"sku":"%s","quantity":2,"unitPrice":21.90}]}""".formatted(method, sku);
        return post("/orders", body, key);
    }

    HttpResponse<String> cancel(String id) throws IOException, InterruptedException {
        return post("/orders/" + id + "/cancel", "{}", "cancel-" + id);
    }

    /// An operator states that the parcel has left.
    HttpResponse<String> ship(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/orders/" + id))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"status\":\"SHIPPED\"}"))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode order(String id) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/orders/" + id)).build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
