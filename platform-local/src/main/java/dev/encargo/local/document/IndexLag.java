package dev.encargo.local.document;

import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets indexes show writes late, as on AWS: each write becomes visible to queries 0–300 ms of real time after it,
/// those of one document in their order. Until then a query finds the document where it was before, and reads it as
/// it is now.
public final class IndexLag {
    private static final int LONGEST_MILLIS = 300;

    private final Random random;
    private final LongSupplier nanos;
    private final Map<DocumentKey, Deque<Former>> behind = new ConcurrentHashMap<>();

    /// What a document's entries were until `until`.
    private record Former(List<IndexEntry> entries, long until) {}

    /// A document that queries still find under an entry that it has no more.
    record Ghost(String id, String sort) {}

    public IndexLag(long seed) {
        this(seed, System::nanoTime);
    }

    IndexLag(long seed, LongSupplier nanos) {
        this.random = new Random(seed);
        this.nanos = nanos;
    }

    /// A document was written whose entries were `before`.
    synchronized void wrote(DocumentKey key, List<IndexEntry> before) {
        long until = nanos.getAsLong() + random.nextInt(LONGEST_MILLIS + 1) * 1_000_000L;
        Deque<Former> formers = behind.computeIfAbsent(key, _ -> new ArrayDeque<>());
        Former latest = formers.peekLast();
        formers.add(new Former(before, latest == null ? until : Math.max(until, latest.until)));
    }

    /// The documents of a collection whose entries are not the ones that queries see.
    synchronized List<String> behind(String collection) {
        List<String> ids = new ArrayList<>();
        for (DocumentKey key : List.copyOf(behind.keySet())) {
            if (key.collection().equals(collection) && seen(key) != null) {
                ids.add(key.id());
            }
        }
        return ids;
    }

    /// Where queries still find documents that have moved.
    synchronized List<Ghost> ghosts(String collection, IndexQuery query) {
        List<Ghost> ghosts = new ArrayList<>();
        for (DocumentKey key : List.copyOf(behind.keySet())) {
            Former former = key.collection().equals(collection) ? seen(key) : null;
            if (former != null) {
                former.entries.stream()
                        .filter(entry -> entry.index().equals(query.index()))
                        .filter(entry -> entry.partition().equals(query.partition()) && within(entry.sort(), query))
                        .forEach(entry -> ghosts.add(new Ghost(key.id(), entry.sort())));
            }
        }
        return ghosts;
    }

    /// Whether every index shows every write.
    synchronized boolean caughtUp() {
        return List.copyOf(behind.keySet()).stream().allMatch(key -> seen(key) == null);
    }

    private @Nullable Former seen(DocumentKey key) {
        Deque<Former> formers = behind.get(key);
        if (formers == null) {
            return null;
        }
        long now = nanos.getAsLong();
        while (!formers.isEmpty() && formers.peek().until - now <= 0) {
            formers.poll();
        }
        if (formers.isEmpty()) {
            behind.remove(key);
        }
        return formers.peek();
    }

    private static boolean within(String sort, IndexQuery query) {
        String after = query.after();
        boolean beyond = after == null || (query.descending() ? sort.compareTo(after) < 0 : sort.compareTo(after) > 0);
        String from = query.from();
        String to = query.to();
        return beyond && (from == null || sort.compareTo(from) >= 0) && (to == null || sort.compareTo(to) < 0);
    }
}
