package dev.encargo.aws.document;

import dev.encargo.platform.effects.Effect;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.json.Jsons;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document's pending effects as stored: a JSON array, or nothing.
public final class PendingJson {
    private final JsonType<List<PendingEffect>> json =
            Jsons.type(PendingEffect.class).list();

    public List<PendingEffect> read(@Nullable String stored) {
        return stored == null ? List.of() : json.fromJson(stored);
    }

    public @Nullable String write(List<PendingEffect> pending) {
        return pending.isEmpty() ? null : json.toJson(pending);
    }

    /// What waits once `added` wait behind those that did before.
    public static List<PendingEffect> with(List<PendingEffect> before, List<Effect> added) {
        return Stream.concat(before.stream(), added.stream().map(PendingEffect::of))
                .toList();
    }
}
