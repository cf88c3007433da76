package dev.encargo.platform.effects;

import io.avaje.jsonb.Json;

/// Asks for a person's look at an order: a message for the queue `fulfilment-alerts`.
@Json
public record Attention(int v, String orderId, String attention, String reason) {
    private static final String QUEUE = "fulfilment-alerts";

    /// The intent to raise `attention`, such as `REFUND_PENDING`.
    public static Intent raise(String orderId, String attention, String reason) {
        return new Intent.Send(QUEUE, new Attention(1, orderId, attention, reason));
    }
}
