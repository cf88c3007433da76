package dev.encargo.invoices.usecase;

import dev.encargo.platform.Unavailable;
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

/// Documents that are gone for good after so many calls, as for a process that is killed there.
final class FailingOnce implements Documents {
    private final Documents documents;
    private int calls;

    FailingOnce(Documents documents, int calls) {
        this.documents = documents;
        this.calls = calls;
    }

    private Documents reached() {
        if (calls-- <= 0) {
            throw new Unavailable("documents", "the test killed the caller");
        }
        return documents;
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return reached().get(collection, id);
    }

    @Override
    public Written insert(String collection, Draft draft) {
        return reached().insert(collection, draft);
    }

    @Override
    public Written replace(String collection, Draft draft, long revision) {
        return reached().replace(collection, draft, revision);
    }

    @Override
    public boolean amend(String collection, String id, long revision, List<PendingEffect> pending, Instant due) {
        return reached().amend(collection, id, revision, pending, due);
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        return reached().query(collection, query);
    }

    @Override
    public List<DocumentKey> due(Instant now, int limit) {
        return reached().due(now, limit);
    }

    @Override
    public List<DocumentKey> parked(int limit) {
        return reached().parked(limit);
    }
}
