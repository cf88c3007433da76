package dev.encargo.payments.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.encargo.contracts.UndoReason;
import dev.encargo.payments.model.Payment;
import dev.encargo.payments.store.Payments;
import dev.encargo.platform.Workflows.Answer;
import dev.encargo.platform.documents.DocumentStore;
import dev.encargo.platform.json.Jsons;
import dev.encargo.platform.testing.MemoryPlatform;
import dev.encargo.providers.Providers;
import dev.encargo.providers.ProvidersSettings;
import dev.encargo.providers.Signature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The payments context on a platform in memory, with the payment provider's stand-in at the other end of HTTP. The
/// stand-in's notices wait;
/// tests deliver what they want to.
final class Till implements AutoCloseable {
    static final Instant ENTERED = Instant.parse("2026-11-24T09:00:00Z");

    final MemoryPlatform platform = new MemoryPlatform();
    final Providers providers;
    private final HttpClient client = HttpClient.newHttpClient();

    Till() throws IOException {
        providers = Providers.start(ProvidersSettings.temporary(), platform.clock);
        platform.settings.put("payment-provider-url", providers.payments().url().toString());
    }

    /// Returns the function's answer: it names the message if it failed.
    String take(String method, String token, Instant enteredAt) {
        String customer =
                method == null ? "{}" : "{\"paymentMethod\":\"" + method + "\",\"email\":\"ana@example.com\"}";
        return run(
                new TakePaymentFunction(platform),
                "{\"Records\":[{\"messageId\":\"m1\",\"body\":" + quoted("""
                {"v":1,"token":"%s","execution":"exe","enteredAt":"%s","retryCount":0,"orderId":"ord_1","amount":{"minor":5300,"currency":"EUR"},"private":%s}
                """.formatted(token, enteredAt, customer))
                        + "}]}");
    }

    String take(String method) {
        return take(method, "token", ENTERED);
    }

    int captured(long minor) {
        return notice(
                "payment.captured", "\"reference\":\"pay_1\",\"amount\":%d,\"currency\":\"EUR\"".formatted(minor));
    }

    int declined() {
        return notice("payment.declined", "\"reference\":\"pay_1\",\"reason\":\"card_declined\"");
    }

    int notice(String type, String fields) {
        String body = "{\"id\":\"n\",\"type\":\"%s\",\"key\":\"ord_1/pay\",%s}".formatted(type, fields);
        return post(body, Signature.of(body, platform.clock.instant(), platform.secrets.get("payment-webhook")));
    }

    int post(String body, String signature) {
        String answer = run(new ReceivePaymentNoticeFunction(platform), """
                {"resource":"/webhooks/payments","path":"/webhooks/payments","httpMethod":"POST","headers":{"Encargo-Signature":%s},"body":%s,"isBase64Encoded":false}
                """.formatted(quoted(signature), quoted(body)));
        return Integer.parseInt(answer.replaceFirst("(?s).*\"statusCode\":(\\d+).*", "$1"));
    }

    String settle() {
        return outcome(
                new SettlePaymentFunction(platform),
                "{\"v\":1,\"orderId\":\"ord_1\",\"execution\":\"exe\",\"retryCount\":0}");
    }

    String refund(UndoReason reason, int retryCount) {
        return outcome(new RefundPaymentFunction(platform), """
                {"v":1,"orderId":"ord_1","reason":"%s","retryCount":%d}""".formatted(reason, retryCount));
    }

    String refund(UndoReason reason) {
        return refund(reason, 0);
    }

    /// What the provider knows of the order's key.
    String provider() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(providers.payments().url() + "/payments/ord_1%2Fpay"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    Payment payment() {
        return new DocumentStore<>(platform, Payments.COLLECTION, Payment.class)
                .get("ord_1")
                .orElseThrow()
                .body();
    }

    String errorOf(String token) {
        return platform.answerTo(token)
                .map(answer -> answer instanceof Answer.Failure failure ? failure.error() : "success")
                .orElse("none");
    }

    String lastEvent() {
        return platform.published.getLast().detail();
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
        providers.close();
    }
}
