package dev.encargo.cli.order;

import static dev.encargo.cli.running.Program.encargo;
import static dev.encargo.cli.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import dev.encargo.cli.Refusal;
import dev.encargo.cli.running.Api;
import dev.encargo.cli.running.HostChoice;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// What the host's API says of orders, and what it is asked. Refusals say what to do next.
public final class OrderApi {
    private final URI base;
    private final Api api;
    private final String host;

    public OrderApi(HostChoice host) {
        this.base = host.running().api();
        this.api = host.api();
        this.host = host.asGiven();
    }

    /// The options that name this host in another command.
    String asGiven() {
        return host;
    }

    URI page(String id) {
        return base.resolve("/orders/" + id);
    }

    /// @throws Refusal where there is no such order
    public JsonNode order(String id) {
        return read(id, "");
    }

    JsonNode timeline(String id) {
        return read(id, "/timeline");
    }

    JsonNode list(String query) {
        return api.get("/orders?" + query);
    }

    private JsonNode read(String id, String part) {
        Api.Answer answer = api.send("GET", "/orders/" + id + part, "", Map.of());
        if (answer.status() == 404) {
            throw unknown(id, host);
        }
        return accepted(answer, say("Use:  %s", encargo("order list" + host))).json();
    }

    /// Places an order. A process's first call pays for its own start, so a cheap one goes before the timed one.
    Placed place(String body, Map<String, String> headers) {
        api.get("/health");
        long start = System.nanoTime();
        Api.Answer answer = api.send("POST", "/orders", body, headers);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        JsonNode order = accepted(answer, say("Nothing was placed. See:  %s", encargo("order create --help")))
                .json();
        boolean replayed =
                answer.response().headers().firstValue("Idempotent-Replayed").isPresent();
        return new Placed(order, replayed, taken);
    }

    JsonNode cancel(String id) {
        Api.Answer answer = api.send("POST", "/orders/" + id + "/cancel", "", Map.of());
        if (answer.status() == 404) {
            throw unknown(id, host);
        }
        return accepted(answer, say("Use:  %s", encargo("order show " + id + host)))
                .json();
    }

    /// The short-lived link to an order's invoice or credit note.
    ///
    /// @throws Refusal where it is not issued
    public URI document(String id, boolean creditNote) {
        String path = "/orders/" + id + "/invoice" + (creditNote ? "?kind=credit-note" : "");
        Api.Answer answer =
                accepted(api.send("GET", path, "", Map.of()), say("Use:  %s", encargo("order show " + id + host)));
        String link = answer.response()
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new Refusal(
                        Refusal.FAILED,
                        say("The host named no link to the document."),
                        say("It answered %d without a Location.", answer.status()),
                        say("Run it again.")));
        return base.resolve(link);
    }

    static Refusal unknown(String id, String host) {
        return new Refusal(
                Refusal.FAILED,
                say("There is no order %s.", id),
                say("This host has none by that id."),
                say("Use:  %s      or name another host with --data DIR or --port N", encargo("order list" + host)));
    }

    private static Api.Answer accepted(Api.Answer answer, String remedy) {
        if (answer.status() < 400) {
            return answer;
        }
        throw Api.refusal(answer).withRemedy(remedy);
    }
}
