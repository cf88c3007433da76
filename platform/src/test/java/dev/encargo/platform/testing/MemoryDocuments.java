package dev.encargo.platform.testing;

import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Documents in memory, with counted writes and injected faults.
public final class MemoryDocuments implements Documents {

    private record Row(StoredDocument document, List<IndexEntry> index) {}

    private final Map<String, Map<String, Row>> collections = new TreeMap<>();

    /// How many inserts, replaces and amendments succeeded.
    public final AtomicInteger writes = new AtomicInteger();

    private int loseAnswers;
    private int unavailable;

    /// The next `count` writes happen, but their answer is lost.
    public synchronized void loseAnswersOfNextWrites(int count) {
        loseAnswers = count;
    }

    /// The next `count` calls fail without any effect.
    public synchronized void failNextCalls(int count) {
        unavailable = count;
    }

    @Override
    public synchronized Optional<StoredDocument> get(String collection, String id) {
        reach();
        return Optional.ofNullable(rows(collection).get(id)).map(Row::document);
    }

    @Override
    public synchronized Written insert(String collection, Draft draft) {
        reach();
        if (rows(collection).containsKey(draft.id())) {
            return new Written.Conflict();
        }
        return store(collection, draft, List.of(), null, 1);
    }

    @Override
    public synchronized Written replace(String collection, Draft draft, long revision) {
        reach();
        Row row = rows(collection).get(draft.id());
        if (row == null || row.document.revision() != revision) {
            return new Written.Conflict();
        }
        return store(collection, draft, row.document.pending(), row.document.due(), revision + 1);
    }

    private Written store(
            String collection, Draft draft, List<PendingEffect> before, Instant dueBefore, long revision) {
        List<PendingEffect> pending = new ArrayList<>(before);
        draft.effects().forEach(effect -> pending.add(PendingEffect.of(effect)));
        Instant due = Settlement.due(pending, draft.due(), dueBefore);
        StoredDocument stored =
                new StoredDocument(draft.id(), draft.version(), revision, draft.body(), pending, due, draft.writer());
        rows(collection).put(draft.id(), new Row(stored, draft.index()));
        writes.incrementAndGet();
        if (loseAnswers > 0) {
            loseAnswers--;
            throw new Unavailable("documents", "the answer was lost");
        }
        return new Written.Done(revision, false);
    }

    @Override
    public synchronized boolean amend(
            String collection, String id, long revision, List<PendingEffect> pending, Instant due) {
        reach();
        Row row = rows(collection).get(id);
        if (row == null || row.document.revision() != revision) {
            return false;
        }
        StoredDocument old = row.document;
        rows(collection)
                .put(
                        id,
                        new Row(
                                new StoredDocument(
                                        id, old.version(), revision + 1, old.body(), pending, due, old.writer()),
                                row.index));
        writes.incrementAndGet();
        return true;
    }

    @Override
    public synchronized Page query(String collection, IndexQuery query) {
        reach();
        Comparator<Map.Entry<String, Row>> order = Map.Entry.comparingByKey();
        List<Map.Entry<String, Row>> found = rows(collection).values().stream()
                .flatMap(row -> row.index.stream()
                        .filter(e ->
                                e.index().equals(query.index()) && e.partition().equals(query.partition()))
                        .filter(e -> within(e.sort(), query))
                        .map(e -> Map.entry(e.sort(), row)))
                .sorted(query.descending() ? order.reversed() : order)
                .limit(query.limit() + 1L)
                .toList();
        boolean more = found.size() > query.limit();
        List<Map.Entry<String, Row>> page = more ? found.subList(0, query.limit()) : found;
        return new Page(
                page.stream().map(e -> e.getValue().document).toList(),
                more ? page.getLast().getKey() : null);
    }

    private static boolean within(String sort, IndexQuery query) {
        boolean beyond = query.after() == null
                || (query.descending() ? sort.compareTo(query.after()) < 0 : sort.compareTo(query.after()) > 0);
        return beyond
                && (query.from() == null || sort.compareTo(query.from()) >= 0)
                && (query.to() == null || sort.compareTo(query.to()) < 0);
    }

    @Override
    public synchronized List<DocumentKey> due(Instant now, int limit) {
        reach();
        return all().filter(
                        e -> e.document().due() != null && !e.document().due().isAfter(now))
                .sorted(Comparator.comparing(e -> e.document().due()))
                .limit(limit)
                .map(e -> new DocumentKey(e.collection(), e.document().id()))
                .toList();
    }

    @Override
    public synchronized List<DocumentKey> parked(int limit) {
        return all().filter(e -> e.document().pending().stream().anyMatch(PendingEffect::parked))
                .limit(limit)
                .map(e -> new DocumentKey(e.collection(), e.document().id()))
                .toList();
    }

    private record Entry(String collection, StoredDocument document) {}

    private java.util.stream.Stream<Entry> all() {
        return collections.entrySet().stream()
                .flatMap(c -> c.getValue().values().stream().map(row -> new Entry(c.getKey(), row.document)));
    }

    private Map<String, Row> rows(String collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }

    private void reach() {
        if (unavailable > 0) {
            unavailable--;
            throw new Unavailable("documents", "the test took them away");
        }
    }
}
