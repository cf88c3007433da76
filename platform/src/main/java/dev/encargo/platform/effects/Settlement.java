package dev.encargo.platform.effects;

import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Clears performed effects from a document by their ids.
public final class Settlement {
    private static final int ATTEMPTS = 20;

    private final Documents documents;

    public Settlement(Documents documents) {
        this.documents = documents;
    }

    /// Removes the effects with these ids; reads again on conflict. After twenty conflicts they stay, and are
    /// performed once more by the relay.
    public void settle(String collection, String id, List<String> performed) {
        for (int attempt = 0; attempt < ATTEMPTS && !performed.isEmpty(); attempt++) {
            Optional<StoredDocument> stored = documents.get(collection, id);
            if (stored.isEmpty() || settled(collection, stored.get(), performed)) {
                return;
            }
        }
    }

    private boolean settled(String collection, StoredDocument stored, List<String> performed) {
        List<PendingEffect> left = stored.pending().stream()
                .filter(pending -> !performed.contains(pending.effect().id()))
                .toList();
        return left.size() == stored.pending().size()
                || documents.amend(collection, stored.id(), stored.revision(), left, due(left, stored.due()));
    }

    /// When the relay has to look at these effects after a write that would have it look at `due`: earlier, if what the
    /// document had before was due earlier (`before`, null when nothing was). So no write puts off what waits.
    public static @Nullable Instant due(List<PendingEffect> left, Instant due, @Nullable Instant before) {
        return due(left, due(due, before));
    }

    /// The earlier of two moments, one of which need not be.
    public static Instant due(Instant due, @Nullable Instant before) {
        return before != null && before.isBefore(due) ? before : due;
    }

    /// When the relay has to look at these effects: never, if nothing is left or all that is left is parked.
    public static @Nullable Instant due(List<PendingEffect> left, @Nullable Instant due) {
        return left.stream().allMatch(PendingEffect::parked) ? null : due;
    }
}
