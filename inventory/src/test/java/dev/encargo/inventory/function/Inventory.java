package dev.encargo.inventory.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.encargo.contracts.InvoiceEvent.InvoiceIssued;
import dev.encargo.contracts.Money;
import dev.encargo.contracts.OrderEvent.OrderDispatchRecorded;
import dev.encargo.contracts.Totals;
import dev.encargo.contracts.UndoReason;
import dev.encargo.inventory.model.Stock;
import dev.encargo.inventory.store.Stocks;
import dev.encargo.platform.event.Events;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.testing.MemoryPlatform;
import dev.encargo.providers.NoticeHabits;
import dev.encargo.providers.Providers;
import dev.encargo.providers.ProvidersSettings;
import dev.encargo.providers.Signature;
import dev.encargo.providers.Webhook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The inventory context on a platform in memory, with the warehouse's stand-in at the other end of HTTP.
final class Inventory implements AutoCloseable {
    static final Instant ENTERED = Instant.parse("2026-11-24T09:00:00Z");

    final MemoryPlatform platform = new MemoryPlatform();
    final Providers providers;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore received = new Semaphore(0);
    private HttpServer door;

    Inventory() throws IOException {
        this(Map.of("SKU-NONE", 0L, "SKU-LAST-ONE", 1L));
    }

    Inventory(Map<String, Long> stock) throws IOException {
        providers = Providers.start(
                ProvidersSettings.temporary().withHabits(NoticeHabits.TIDY).withStock(stock), platform.clock);
        platform.settings.put("warehouse-url", providers.warehouse().url().toString());
    }

    /// Lets the stand-in's notices in; before, they wait.
    void openTheDoor() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/webhooks/inventory", this::receive);
        door.start();
        URI url = URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/webhooks/inventory");
        providers.warehouse().deliverNoticesTo(new Webhook(url, platform.secrets.get("inventory-webhook")));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer = post(body, exchange.getRequestHeaders().getFirst(Signature.HEADER));
            exchange.sendResponseHeaders(status(answer), -1);
        } finally {
            received.release();
        }
    }

    /// Waits until so many notices have come through the door and were answered.
    void awaitNotices(int count) throws InterruptedException {
        if (!received.tryAcquire(count, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + received.availablePermits() + " notices came");
        }
    }

    String reserve(String orderId, String sku, String execution, String token, Instant enteredAt) {
        return message(new ReserveStockFunction(platform), """
                {"v":1,"token":"%s","execution":"%s","enteredAt":"%s","retryCount":0,"orderId":"%s","lines":[{"sku":"%s","quantity":1}]}
                """.formatted(token, execution, enteredAt, orderId, sku));
    }

    String reserve(String orderId) {
        return reserve(orderId, "TEE", "exe-" + orderId, "token-" + orderId, ENTERED);
    }

    /// Reserved, with the notice applied.
    void reserved(String orderId) {
        reserve(orderId);
        notice("stock.reserved", orderId + "/reserve", "\"reference\":\"res_1\"");
    }

    String settle(String orderId, String execution) {
        return outcome(new SettleStockFunction(platform), """
                {"v":1,"orderId":"%s","execution":"%s","retryCount":0}""".formatted(orderId, execution));
    }

    String stop(String orderId, UndoReason reason) {
        return undo(new StopShipmentFunction(platform), orderId, reason, 0);
    }

    String release(String orderId, UndoReason reason) {
        return undo(new ReleaseStockFunction(platform), orderId, reason, 0);
    }

    String undo(RequestStreamHandler function, String orderId, UndoReason reason, int retryCount) {
        return outcome(function, """
                {"v":1,"orderId":"%s","reason":"%s","retryCount":%d}""".formatted(orderId, reason, retryCount));
    }

    String requestShipment(String orderId) {
        Money price = new Money(1, "EUR");
        InvoiceIssued issued = new InvoiceIssued(
                "F-1",
                LocalDate.parse("2026-11-24"),
                "c",
                List.of(),
                new Totals(price, price, price, List.of()),
                "f",
                "0");
        return message(new RequestShipmentFunction(platform), event(orderId, issued));
    }

    String recordDispatch(String orderId) {
        return message(new RecordDispatchFunction(platform), event(orderId, new OrderDispatchRecorded("operator")));
    }

    void chase() {
        run(new ChaseShipmentsFunction(platform), "{}");
    }

    private String event(String orderId, dev.encargo.contracts.Event event) {
        String detail = Events.message("evt_1", event, platform.clock.instant(), orderId, 1, "00-0-0-01", null)
                .detail();
        return "{\"detail\":" + detail + "}";
    }

    /// A signed notice; `fields` are more JSON fields. Returns the status.
    int notice(String type, String key, String fields) {
        String body = """
                {"id":"ntc_%s","type":"%s","key":"%s",%s}""".formatted(type, type, key, fields);
        return status(
                post(body, Signature.of(body, platform.clock.instant(), platform.secrets.get("inventory-webhook"))));
    }

    String post(String body, String signature) {
        return run(new ReceiveInventoryNoticeFunction(platform), """
                {"resource":"/webhooks/inventory","path":"/webhooks/inventory","httpMethod":"POST","headers":{"encargo-signature":%s},"body":%s,"isBase64Encoded":false}
                """.formatted(quoted(signature), quoted(body)));
    }

    static int status(String answer) {
        return Integer.parseInt(answer.replaceFirst("(?s).*\"statusCode\":(\\d+).*", "$1"));
    }

    /// Tells the warehouse something, or asks it: its answer.
    String warehouse(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(providers.warehouse().url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    Stock stock(String orderId) {
        return new Stocks(platform).find(orderId).orElseThrow();
    }

    private static String message(RequestStreamHandler function, String body) {
        return run(function, "{\"Records\":[{\"messageId\":\"m1\",\"body\":" + quoted(body) + "}]}");
    }

    private static String outcome(RequestStreamHandler function, String input) {
        return run(function, input).replaceFirst(".*\"outcome\":\"(\\w+)\".*", "$1");
    }

    private static String quoted(String text) {
        return text == null ? "null" : Jsons.JSONB.toJson(text);
    }

    private static String run(RequestStreamHandler function, String event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            door.stop(0);
        }
        providers.close();
    }
}
