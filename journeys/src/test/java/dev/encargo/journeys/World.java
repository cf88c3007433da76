package dev.encargo.journeys;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.encargo.cli.up.LocalStack;
import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.local.host.Host;
import dev.encargo.local.host.HostSettings;
import dev.encargo.local.queue.Message;
import dev.encargo.local.queue.MessageQueue;
import dev.encargo.platform.event.EventMessage;
import dev.encargo.providers.Faults;
import dev.encargo.providers.NoticeHabits;
import dev.encargo.providers.ProvidersSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/// The whole world of an order in a folder: the real host, the real stand-ins, real HTTP, and a clock that is
/// moved.
final class World implements AutoCloseable {
    static final Path TEMPLATE =
            Path.of(System.getProperty("encargo.root", "..")).resolve("infrastructure/template.yaml");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalStack stack;
    private final Trouble trouble = new Trouble();
    private final List<String> placed = new ArrayList<>();
    private boolean crashed;

    private World(LocalStack stack) {
        this.stack = stack;
        host().functions().mishaps().passBy(trouble);
    }

    static World in(Path folder) throws IOException {
        return in(folder, TEMPLATE, settings -> settings);
    }

    static World in(Path folder, Path template, UnaryOperator<HostSettings> more) throws IOException {
        HostSettings settings = more.apply(HostSettings.of(template, folder, 0));
        ProvidersSettings outside =
                ProvidersSettings.in(folder.resolve("providers.db")).withHabits(NoticeHabits.TIDY);
        java.nio.file.Files.createDirectories(folder);
        return new World(LocalStack.start(settings, outside, List.of()));
    }

    /// A world whose facts are not gathered into batches, which would take a real second a step. `template` may be
    /// changed further before.
    static World brisk(Path folder, UnaryOperator<HostSettings> more) throws IOException {
        return brisk(folder, TemplateCopy.in(folder), more);
    }

    static World brisk(Path folder, TemplateCopy template, UnaryOperator<HostSettings> more) throws IOException {
        template.change(
                "UpdateOrderStatusFunction", "MaximumBatchingWindowInSeconds: 1", "MaximumBatchingWindowInSeconds: 0");
        return in(folder.resolve("data"), template.template(), more);
    }

    Host host() {
        return stack.host();
    }

    LocalStack stack() {
        return stack;
    }

    /// Faults that this host's functions meet.
    Trouble trouble() {
        return trouble;
    }

    /// Ends as a killed process would. The folder is free for the next [World], whose stand-ins remember what they
    /// answered.
    void crash() throws IOException {
        crashed = true;
        stack.crash();
    }

    /// Places an order of one T-shirt paid by `method` and returns its id.
    String place(String method) {
        return place(method, "TEE-BLK-M");
    }

    String place(String method, String sku) {
        return placed("""
                {"customerId":"c-1","email":"ana@example.com","paymentMethod":"%s",
                 "items":[{"sku":"%s","quantity":2,"unitPrice":21.90}]}""".formatted(method, sku));
    }

    /// Places an order as `body` says.
    String placed(String body) {
        HttpResponse<String> answer = send("POST", "/orders", body);
        if (answer.statusCode() != 201) {
            throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
        }
        String id = read(answer.body()).path("id").asText();
        placed.add(id);
        return id;
    }

    /// The orders placed since this was asked last.
    List<String> newlyPlaced() {
        List<String> fresh = List.copyOf(placed);
        placed.clear();
        return fresh;
    }

    JsonNode order(String id) {
        return read(send("GET", "/orders/" + id, "").body());
    }

    String status(String id) {
        return order(id).path("status").asText();
    }

    /// `headers` are names, each followed by its value.
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return fetch(request(method, path, HttpRequest.BodyPublishers.ofString(body), headers));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return fetch(request("POST", path, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Sends without waiting; a crash of the host ends it exceptionally.
    CompletableFuture<HttpResponse<String>> sending(String method, String path, String body, String... headers) {
        return HTTP.sendAsync(
                request(method, path, HttpRequest.BodyPublishers.ofString(body), headers),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host().port() + path))
                .header("Content-Type", "application/json")
                .method(method, body);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /// What a stand-in's books say of an order.
    JsonNode payments(String orderId) {
        URI ledger = URI.create(stack.providers().payments().url() + "/ledger?orderId=" + orderId);
        return read(fetch(HttpRequest.newBuilder(ledger).build()).body());
    }

    JsonNode payments() {
        URI ledger = URI.create(stack.providers().payments().url() + "/ledger");
        return read(fetch(HttpRequest.newBuilder(ledger).build()).body());
    }

    /// What an order's customer pays, in minor units.
    static long minorUnits(JsonNode order) {
        int digits = Currency.getInstance(order.path("currency").asText()).getDefaultFractionDigits();
        return order.at("/totals/gross").decimalValue().movePointRight(digits).longValueExact();
    }

    /// All events of Encargo's bus as they were published, in order: CloudEvents.
    List<JsonNode> published() {
        return texts("SELECT body FROM events WHERE source LIKE 'encargo.%' ORDER BY seq").stream()
                .map(body -> read(body).path("detail"))
                .toList();
    }

    List<JsonNode> published(String type) {
        return published().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    /// An order's events of a type, each once, in their sequence.
    List<JsonNode> published(String type, String order) {
        return texts("SELECT body FROM events WHERE subject = ? AND type = ?", order, type).stream()
                .map(body -> read(body).path("detail"))
                .distinct()
                .sorted(Comparator.comparingLong(event -> event.path("sequence").asLong()))
                .toList();
    }

    JsonNode warehouse() {
        URI ledger = URI.create(stack.providers().warehouse().url() + "/ledger");
        return read(fetch(HttpRequest.newBuilder(ledger).build()).body());
    }

    private static HttpResponse<String> fetch(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new AssertionError(body, malformed);
        }
    }

    /// The warehouse is told to hand the parcel over (`dispatch`) or to have delivered it (`deliver`). Returns its
    /// answer.
    int tellWarehouse(String orderId, String what) {
        String key = orderId + "%2Fship";
        URI call = URI.create(stack.providers().warehouse().url() + "/shipments/" + key + "/" + what);
        return fetch(HttpRequest.newBuilder(call)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    /// The `data` of the order's events of a type, each once.
    List<JsonNode> events(String orderId, String type) {
        return published(type, orderId).stream()
                .map(event -> event.path("data"))
                .toList();
    }

    /// What goes wrong outside.
    Faults outside() {
        return stack.providers().faults();
    }

    /// The next `times` calls of a function go wrong.
    void next(String functionId, Mishap mishap, int times) {
        host().functions().mishaps().next(functionId, mishap, times);
    }

    /// From now on nothing goes wrong.
    void heal() {
        host().functions().mishaps().clear();
        outside().clear();
    }

    /// Heals all but a function, which fails from this moment on.
    void healAllBut(String function) {
        host().functions().mishaps().only(function, new Mishap.Fails(), 1_000);
        outside().clear();
    }

    /// Delivers `OrderCreated` once more, as the bus may: another execution starts.
    void startTwin(String orderId) {
        publish("evt_again", published("OrderCreated", orderId).getFirst());
    }

    /// Delivers all events of an order once more, with the ids that they had.
    void deliverAgain(String orderId) {
        published().stream()
                .filter(event -> event.path("subject").asText().equals(orderId))
                .forEach(this::publishAgain);
    }

    /// Publishes an event once more, under its own id.
    void publishAgain(JsonNode cloudEvent) {
        publish(cloudEvent.path("id").asText(), cloudEvent);
    }

    private void publish(String id, JsonNode cloudEvent) {
        EventMessage again = new EventMessage(
                id,
                cloudEvent.path("source").asText(),
                cloudEvent.path("type").asText(),
                host().clock().instant(),
                cloudEvent.path("subject").asText(),
                cloudEvent.toString());
        host().database().work(tx -> {
            host().delivery().bus().publish("encargo", again, again.subject()).write(tx);
            return true;
        });
    }

    /// Puts messages into a queue, all in one moment.
    void deliver(String queue, List<String> bodies) {
        host().database().work(tx -> {
            for (String body : bodies) {
                queue(queue).send(body, null).write(tx);
            }
            return true;
        });
    }

    /// The texts of the mails about an order, in the order of their sending.
    List<String> mails(String orderId) {
        return texts("SELECT text FROM mails WHERE subject LIKE '%' || ? || '%' ORDER BY time, id", orderId);
    }

    /// The events of an order that `order-facts` gets, as the bus delivers them.
    List<String> facts(String orderId) {
        return texts(
                "SELECT body FROM events WHERE subject = ? AND source IN ('encargo.inventory', 'encargo.payments', 'encargo.invoices')"
                        + " ORDER BY seq",
                orderId);
    }

    /// How often a function was called.
    long calls(String functionId) {
        return host().functions().calls().getOrDefault(functionId, 0L);
    }

    /// Aborts an order's FulfilOrder and runs it again from where it stood: a waiting step gets a newer token.
    void abortAndRedrive(String orderId) {
        String name = texts(
                        "SELECT name FROM executions WHERE machine = 'FulfilOrder' AND state LIKE '%' || ? || '%'",
                        orderId)
                .getFirst();
        boolean redriven = host().executions().stop("FulfilOrder", name, "Aborted", "by a person")
                && host().executions().redrive("FulfilOrder", name);
        if (!redriven) {
            throw new AssertionError(name + " was not redriven");
        }
    }

    /// The call for the order's goods reaches the warehouse only now. Returns its answer.
    int reserveLate(String orderId) {
        String body = """
                {"key":"%s/reserve","orderId":"%s","lines":[{"sku":"TEE-BLK-M","quantity":2}]}""".formatted(orderId, orderId);
        return fetch(HttpRequest.newBuilder(
                                URI.create(stack.providers().warehouse().url() + "/reservations"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    /// The workflows that ran for an order, each with its status, in the order of their start.
    List<String> executions(String orderId) {
        String query = "SELECT machine || ' ' || status FROM executions WHERE state LIKE '%' || ? || '%' ORDER BY id";
        return texts(query, orderId);
    }

    MessageQueue queue(String name) {
        return host().queues().byName(name).orElseThrow();
    }

    /// Moves all dead letters back. Returns how many.
    int redrive(String deadLetters, String target) {
        List<Long> ids = queue(deadLetters).peek(100).stream().map(Message::id).toList();
        return queue(deadLetters).redrive(queue(target), ids);
    }

    /// Waits until everything that was started has ended or waits for a due moment.
    void settle() throws InterruptedException {
        if (!host().awaitQuiet()) {
            throw new AssertionError("the host did not become quiet");
        }
    }

    void forward(Duration by) throws InterruptedException {
        host().forward(by);
        settle();
    }

    long count(String sql, Object... values) {
        return host().database().one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    List<String> texts(String sql, Object... values) {
        return host().database().list(sql, row -> row.getString(1), values);
    }

    @Override
    public void close() throws IOException {
        if (!crashed) {
            stack.close();
        }
    }
}
