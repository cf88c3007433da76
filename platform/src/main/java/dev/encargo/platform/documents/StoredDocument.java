package dev.encargo.platform.documents;

import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document as stored. `revision` rises on every write, `version` only on a change of business; `writer` made the
/// latest insert or replace.
public record StoredDocument(
        String id,
        long version,
        long revision,
        String body,
        List<PendingEffect> pending,
        @Nullable Instant due,
        String writer) {

    public StoredDocument {
        pending = List.copyOf(pending);
    }
}
