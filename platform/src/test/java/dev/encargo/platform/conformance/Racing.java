package dev.encargo.platform.conformance;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A store under which somebody else writes once, right before the first amendment.
final class Racing implements Documents {
    private final Documents documents;
    private @Nullable Runnable other;
    int lost;

    Racing(Documents documents, Runnable other) {
        this.documents = documents;
        this.other = other;
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return documents.get(collection, id);
    }

    @Override
    public Written insert(String collection, Draft draft) {
        return documents.insert(collection, draft);
    }

    @Override
    public Written replace(String collection, Draft draft, long revision) {
        return documents.replace(collection, draft, revision);
    }

    @Override
    public boolean amend(
            String collection, String id, long revision, List<PendingEffect> pending, @Nullable Instant due) {
        Runnable first = other;
        other = null;
        if (first != null) {
            first.run();
        }
        boolean amended = documents.amend(collection, id, revision, pending, due);
        lost += amended ? 0 : 1;
        return amended;
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        return documents.query(collection, query);
    }

    @Override
    public List<DocumentKey> due(Instant now, int limit) {
        return documents.due(now, limit);
    }

    @Override
    public List<DocumentKey> parked(int limit) {
        return documents.parked(limit);
    }
}
