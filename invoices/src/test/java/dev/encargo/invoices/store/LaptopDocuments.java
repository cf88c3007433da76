package dev.encargo.invoices.store;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.PendingEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Documents of a host that takes a while for each call and performs effects in the transaction of their write, as
/// a laptop's does. Counts the writes of each collection.
public final class LaptopDocuments implements Documents {
    private final Documents documents;
    private final Duration latency;
    private final Map<String, AtomicInteger> writes = new ConcurrentHashMap<>();

    public LaptopDocuments(Documents documents, Duration latency) {
        this.documents = documents;
        this.latency = latency;
    }

    public int writes(String collection) {
        return writes.computeIfAbsent(collection, _ -> new AtomicInteger()).get();
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return documents.get(collection, id);
    }

    @Override
    public Written insert(String collection, Draft draft) {
        return counted(collection, documents.insert(collection, draft));
    }

    @Override
    public Written replace(String collection, Draft draft, long revision) {
        return counted(collection, documents.replace(collection, draft, revision));
    }

    private Written counted(String collection, Written written) {
        LockSupport.parkNanos(latency.toNanos());
        if (!(written instanceof Written.Done done)) {
            return written;
        }
        writes.computeIfAbsent(collection, _ -> new AtomicInteger()).incrementAndGet();
        return new Written.Done(done.revision(), true);
    }

    @Override
    public boolean amend(String collection, String id, long revision, List<PendingEffect> pending, Instant due) {
        throw new AssertionError("nothing is left to settle");
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        throw new AssertionError("no decision rests on a query");
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
