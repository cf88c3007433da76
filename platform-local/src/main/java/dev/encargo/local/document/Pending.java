package dev.encargo.local.document;

import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.JsonType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document's pending effects as stored: a JSON array, or nothing.
final class Pending {
    private Pending() {}

    static List<PendingEffect> read(@Nullable String stored) {
        return stored == null ? List.of() : json().fromJson(stored);
    }

    static @Nullable String write(List<PendingEffect> pending) {
        return pending.isEmpty() ? null : json().toJson(pending);
    }

    static @Nullable String with(List<PendingEffect> before, List<Effect> added) {
        List<PendingEffect> all = new ArrayList<>(before);
        added.forEach(effect -> all.add(PendingEffect.of(effect)));
        return write(all);
    }

    /// Not kept in a static field: whoever waits for a class keeps its carrier, and the thread that loads the class
    /// may wait here for a thread that needs one.
    private static JsonType<List<PendingEffect>> json() {
        return Jsons.type(PendingEffect.class).list();
    }
}
