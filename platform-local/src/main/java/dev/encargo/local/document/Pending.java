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
    private static final JsonType<List<PendingEffect>> JSON =
            Jsons.type(PendingEffect.class).list();

    private Pending() {}

    static List<PendingEffect> read(@Nullable String stored) {
        return stored == null ? List.of() : JSON.fromJson(stored);
    }

    static @Nullable String write(List<PendingEffect> pending) {
        return pending.isEmpty() ? null : JSON.toJson(pending);
    }

    static @Nullable String with(List<PendingEffect> before, List<Effect> added) {
        List<PendingEffect> all = new ArrayList<>(before);
        added.forEach(effect -> all.add(PendingEffect.of(effect)));
        return write(all);
    }
}
