package dev.encargo.invoices.function;

import dev.encargo.platform.Platform;
import dev.encargo.platform.RequestQueue;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.Json;

/// Calls for a person's attention when a step has failed several times. The step itself goes on being retried.
final class DelayAlert {
    private static final int PATIENCE = 5;

    private final RequestQueue queue;

    DelayAlert(Platform platform) {
        this.queue = platform.queue();
    }

    @Json
    record Alert(int v, String orderId, String attention, String reason) {}

    void afterRetries(String orderId, int retryCount) {
        if (retryCount >= PATIENCE) {
            String reason = "the invoice step has failed " + retryCount + " times";
            queue.send("fulfilment-alerts", Jsons.write(new Alert(1, orderId, "INVOICE_DELAYED", reason)));
        }
    }
}
