package dev.encargo.platform.effects;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// A workflow's step that waits for an answer to its `token`. A step entered or tried again waits with a later one.
@Json
public record WaitingStep(String token, String execution, Instant enteredAt, int retryCount) {

    public boolean isLaterThan(WaitingStep other) {
        int entered = enteredAt.compareTo(other.enteredAt);
        return entered > 0 || (entered == 0 && retryCount > other.retryCount);
    }
}
