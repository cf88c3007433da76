package dev.encargo.deployment.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.deployment.emulator.EmulatedHost;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Orders that are placed so that every function does all that it can do.
final class Lessons {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// The Idempotency-Key of the first order that is placed.
    static final String FIRST_KEY = "order-number-0";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final EmulatedHost host;
    private final FunctionCaller caller;

    Lessons(EmulatedHost host, FunctionCaller caller) {
        this.host = host;
        this.caller = caller;
    }

    void take(int orders) throws IOException, InterruptedException, CallFailed {
        get("/ready");
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            paid.add(place("pm_ok", "TEE", "order-number-" + i));
        }
        String declined = place("pm_declined", "TEE", "declined");
        String refused = place("pm_ok", "SKU-NONE", "refused");
        for (String order : paid) {
            awaitStatus(order, "PAID");
        }
        awaitStatus(declined, "REJECTED");
        awaitStatus(refused, "REJECTED");
        get("/orders?status=PAID&limit=5");
        get("/orders/" + paid.getFirst() + "/timeline");
        get("/orders/" + paid.getFirst() + "/invoice");
        send("PATCH", "/orders/" + paid.get(1), "{\"status\":\"SHIPPED\"}", "ship");
        send("POST", "/orders/" + paid.get(2) + "/cancel", "{}", "cancel");
        awaitStatus(paid.get(1), "SHIPPED");
        awaitStatus(paid.get(2), "CANCELED");
        limits(paid.getFirst());
        raise(paid.getFirst());
        host.tick("RelayEffectsFunction");
        host.tick("ChaseShipmentsFunction");
        host.tick("FlagMissingFactsFunction");
    }

    /// What happens when limits have passed that nobody here waits for.
    private void limits(String order) throws CallFailed {
        String settle = "{\"v\":1,\"orderId\":\"%s\",\"execution\":\"another\",\"retryCount\":0}".formatted(order);
        caller.call("SettleStockFunction", settle.getBytes(StandardCharsets.UTF_8));
        caller.call("SettlePaymentFunction", settle.getBytes(StandardCharsets.UTF_8));
    }

    private void raise(String order) throws CallFailed {
        String alert =
                "{\\\"v\\\":1,\\\"orderId\\\":\\\"%s\\\",\\\"attention\\\":\\\"SHIPMENT_REFUSED\\\",\\\"reason\\\":\\\"an exercise\\\"}"
                        .formatted(order);
        String event = "{\"Records\":[{\"messageId\":\"m\",\"body\":\"" + alert
                + "\",\"attributes\":{},\"messageAttributes\":{}}]}";
        caller.call("RaiseAttentionFunction", event.getBytes(StandardCharsets.UTF_8));
    }

    private String place(String method, String sku, String key) throws IOException, InterruptedException {
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

    private void awaitStatus(String order, String status) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode seen = JSON.createObjectNode();
        while (Instant.now().isBefore(end)) {
            seen = JSON.readTree(get("/orders/" + order).body());
            if (seen.path("status").asText().equals(status)) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IllegalStateException("the order is not " + status + " but " + seen);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return host.api().resolve(path);
    }
}
