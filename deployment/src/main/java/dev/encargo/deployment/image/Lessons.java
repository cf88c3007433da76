package dev.encargo.deployment.image;

import dev.encargo.deployment.emulator.Customer;
import dev.encargo.deployment.emulator.EmulatedHost;
import dev.encargo.local.function.CallFailed;
import dev.encargo.local.http.FunctionCaller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Orders that are placed so that every function does all that it can do.
final class Lessons {
    /// The Idempotency-Key of the first order that is placed.
    static final String FIRST_KEY = "order-number-0";

    private final Customer customer;
    private final EmulatedHost host;
    private final FunctionCaller caller;

    Lessons(EmulatedHost host, FunctionCaller caller) {
        this.customer = new Customer(host.api());
        this.host = host;
        this.caller = caller;
    }

    void take(int orders) throws IOException, InterruptedException, CallFailed {
        taught(customer.get("/ready"));
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            paid.add(customer.place("pm_ok", "TEE", "order-number-" + i));
        }
        String declined = customer.place("pm_declined", "TEE", "declined");
        String refused = customer.place("pm_ok", "SKU-NONE", "refused");
        for (String order : paid) {
            customer.awaitStatus(order, "PAID");
        }
        customer.awaitStatus(declined, "REJECTED");
        customer.awaitStatus(refused, "REJECTED");
        taught(customer.get("/orders?status=PAID&limit=5"));
        taught(customer.get("/orders/" + paid.getFirst() + "/timeline"));
        taught(customer.get("/orders/" + paid.getFirst() + "/invoice"));
        taught(customer.send("PATCH", "/orders/" + paid.get(1), "{\"status\":\"SHIPPED\"}", "ship"));
        taught(customer.send("POST", "/orders/" + paid.get(2) + "/cancel", "{}", "cancel"));
        customer.awaitStatus(paid.get(1), "SHIPPED");
        customer.awaitStatus(paid.get(2), "CANCELED");
        limits(paid.getFirst());
        raise(paid.getFirst());
        host.tick("RelayEffectsFunction");
        host.tick("ChaseShipmentsFunction");
        host.tick("FlagMissingFactsFunction");
        host.rotate("RotateWebhookSecretFunction");
    }

    /// A refusal would teach the function another job than its own.
    private static void taught(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.uri() + " refused: " + answer.body());
        }
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
}
