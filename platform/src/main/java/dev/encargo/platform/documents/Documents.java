package dev.encargo.platform.documents;

import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Documents in named collections. Every write is one atomic single-document write that carries the document's
/// effects, guarded by its `revision`. Reads by id are consistent; queries are not, so no decision may rest on one.
///
/// Every method throws [dev.encargo.platform.Unavailable] when the store cannot be reached; nothing is half-written
/// then, but a write whose answer was lost may have happened: [StoredDocument#writer] tells.
public interface Documents {

    Optional<StoredDocument> get(String collection, String id);

    /// Inserts at revision 1 unless the id exists.
    Written insert(String collection, Draft draft);

    /// Replaces body, version and index entries, and appends the draft's effects to those still pending, if the
    /// stored revision is `revision`.
    Written replace(String collection, Draft draft, long revision);

    /// Replaces only the pending effects and their due time, if the stored revision is `revision`. The revision
    /// rises, the version does not. `due` is null when nothing is pending or all that is pending is parked.
    boolean amend(String collection, String id, long revision, List<PendingEffect> pending, @Nullable Instant due);

    /// One page of the documents whose entry in `index` has `partition`, ordered by `sort`; not consistent with the
    /// latest writes.
    Page query(String collection, IndexQuery query);

    /// Documents of any collection with effects due at `now`, oldest first, at most `limit`.
    List<DocumentKey> due(Instant now, int limit);

    /// Documents that hold parked effects, at most `limit`.
    List<DocumentKey> parked(int limit);
}
