package dev.encargo.platform.documents;

import dev.encargo.platform.effects.Effect;
import java.time.Instant;
import java.util.List;

/// A document about to be written. `version` is the business version, `body` a JSON object, `writer` an id unique
/// to this attempt to write, `due` the moment from which the relay may perform `effects`.
public record Draft(
        String id,
        long version,
        String body,
        List<Effect> effects,
        Instant due,
        List<IndexEntry> index,
        String writer) {

    public Draft {
        effects = List.copyOf(effects);
        index = List.copyOf(index);
    }
}
