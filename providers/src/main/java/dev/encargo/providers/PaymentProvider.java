package dev.encargo.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The stand-in for the payment provider.
///
/// `POST /payments {key, orderId, amount, currency, method}` (minor units) is answered 202 `{key, reference,
/// status}`; the outcome follows as a notice. `POST /payments/{key}/cancel` and `/refund` answer 200 with the key's
/// final state and bar it; `GET /payments/{key}` says what is known; `GET /ledger[?orderId=]` says everything.
public final class PaymentProvider {
    private final Books books;
    private final Cashier cashier;
    private final Courier courier;
    private final Door door;

    PaymentProvider(int port, Path file, Books books, Cashier cashier, Courier courier, Faults faults)
            throws java.io.IOException {
        this.books = books;
        this.cashier = cashier;
        this.courier = courier;
        List<Route> routes = List.of(
                new Route("POST /payments", Operation.TAKE_PAYMENT, this::take),
                new Route("POST /payments/*/cancel", Operation.CANCEL_PAYMENT, this::cancel),
                new Route("POST /payments/*/refund", Operation.REFUND_PAYMENT, this::refund),
                new Route("GET /payments/*", Operation.READ_PAYMENT, this::read),
                new Route(
                        "GET /ledger",
                        Operation.READ_LEDGER,
                        call -> new Reply.Streamed(out -> Ledgers.writePayments(file, call.orderId(), out))));
        this.door = new Door(port, routes, faults);
    }

    public int port() {
        return door.port();
    }

    /// Where it listens: `http://127.0.0.1:<port>`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// Tells where notices go; until then they wait. May be told again: the newest counts.
    public void deliverNoticesTo(Webhook webhook) {
        courier.deliverTo(webhook);
    }

    /// Plants a second charge under a captured key, of which no notice tells.
    public void chargeAgain(String key) {
        Payment charged = books.perform((sql, _) -> cashier.chargeAgain(sql, key));
        if (charged.captures() < 2) {
            throw new IllegalStateException("nothing is captured under " + key);
        }
    }

    private Reply take(Call call) {
        JsonNode body = call.body();
        Cashier.Asked asked = new Cashier.Asked(
                Fields.text(body, "key"),
                Fields.text(body, "orderId"),
                Fields.amount(body, "amount", 0),
                Fields.text(body, "currency"),
                body.path("method").asText("pm_ok"));
        return books.perform((sql, now) -> take(sql, asked, call, now));
    }

    private Reply take(Sql sql, Cashier.Asked asked, Call call, Instant now) throws java.sql.SQLException {
        Payment known = Cashier.find(sql, asked.key());
        if (known == null) {
            Payment accepted = cashier.accept(sql, asked, call.fault(), now);
            return Scenario.of(asked.method()) == Scenario.ERROR_THEN_PAID
                    ? Reply.problem(500, "internal-error", "something went wrong")
                    : receipt(accepted, "pending");
        }
        if (known.unknownBefore()) {
            return Reply.problem(409, "key-barred", "the key was canceled before it was used");
        }
        if (!known.sameRequest(asked.orderId(), asked.amount(), asked.currency(), asked.method())) {
            return Reply.problem(409, "different-request", "the key was used for another payment");
        }
        return receipt(known, known.status());
    }

    private static Reply receipt(Payment payment, String status) {
        ObjectNode json = Json.object();
        json.put("key", payment.key()).put("reference", payment.reference()).put("status", status);
        return Reply.accepted(json);
    }

    private Reply cancel(Call call) {
        return books.perform(
                (sql, now) -> Reply.ok(cashier.cancel(sql, call.key(), now).json()));
    }

    private Reply refund(Call call) {
        long keep = call.body().has("keep") ? Fields.amount(call.body(), "keep", 0) : 0;
        return books.perform((sql, now) -> Reply.ok(cashier.refund(sql, call.key(), keep, call.idempotencyKey(), now)
                .json()));
    }

    private Reply read(Call call) {
        return books.perform((sql, _) -> {
            Payment known = Cashier.find(sql, call.key());
            return known == null
                    ? Reply.problem(404, "unknown-key", "no payment under " + call.key())
                    : Reply.ok(known.json());
        });
    }

    Courier courier() {
        return courier;
    }

    void open() {
        door.open();
    }

    void close() {
        door.close();
    }
}
