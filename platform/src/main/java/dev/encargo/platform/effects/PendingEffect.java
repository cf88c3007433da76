package dev.encargo.platform.effects;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// A stored effect that was not performed yet. After `attempts` failures it is `parked`: its followers go on and it
/// waits for a person.
@Json
public record PendingEffect(
        Effect effect, int attempts, @Nullable String error, boolean parked) {

    public static PendingEffect of(Effect effect) {
        return new PendingEffect(effect, 0, null, false);
    }

    public PendingEffect failed(String why, int limit) {
        return new PendingEffect(effect, attempts + 1, why, attempts + 1 >= limit);
    }
}
