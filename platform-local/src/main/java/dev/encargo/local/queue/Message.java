package dev.encargo.local.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as stored. `attributes` is a JSON object of strings, `receives` counts deliveries so far, `error` is
/// the last failure.
public record Message(
        long id,
        String body,
        @Nullable String attributes,
        Instant sent,
        int receives,
        @Nullable String error) {

    public String messageId() {
        return "msg_" + id;
    }

    Message received() {
        return new Message(id, body, attributes, sent, receives + 1, error);
    }

    Message failed(@Nullable String why) {
        return why == null ? this : new Message(id, body, attributes, sent, receives, why);
    }
}
