package dev.encargo.local.document;

import dev.encargo.local.store.Database;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads pages of an index, with the lag that its indexes have.
final class IndexPages {
    private final Database database;
    private final DocumentIndexes indexes;

    IndexPages(Database database, DocumentIndexes indexes) {
        this.database = database;
        this.indexes = indexes;
    }

    private record Found(StoredDocument document, String sort) {}

    Page page(String collection, IndexQuery query) {
        IndexLag lag = indexes.lag();
        List<Found> found = lag == null ? rows(collection, query, query.limit() + 1) : lagging(lag, collection, query);
        boolean more = found.size() > query.limit();
        List<Found> page = more ? found.subList(0, query.limit()) : found;
        return new Page(
                page.stream().map(Found::document).toList(),
                more ? page.getLast().sort() : null);
    }

    private List<Found> rows(String collection, IndexQuery query, int limit) {
        int slot = indexes.slot(collection, query.index());
        return database.list(
                DocumentQuery.sql(slot, LocalDocuments.COLUMNS, query),
                row -> new Found(LocalDocuments.read(row), row.getString(8)),
                DocumentQuery.values(collection, query, limit));
    }

    private List<Found> lagging(IndexLag lag, String collection, IndexQuery query) {
        Set<String> behind = new HashSet<>(lag.behind(collection));
        Stream<Found> ghosts = lag.ghosts(collection, query).stream()
                .flatMap(ghost -> document(collection, ghost.id()).map(now -> new Found(now, ghost.sort())));
        Comparator<Found> order = Comparator.comparing(Found::sort);
        return Stream.concat(
                        rows(collection, query, query.limit() + 1 + behind.size()).stream()
                                .filter(found -> !behind.contains(found.document.id())),
                        ghosts)
                .sorted(query.descending() ? order.reversed() : order)
                .limit(query.limit() + 1L)
                .toList();
    }

    private Stream<StoredDocument> document(String collection, String id) {
        return database
                .one(
                        "SELECT " + LocalDocuments.COLUMNS + " FROM documents WHERE collection = ? AND id = ?",
                        LocalDocuments::read,
                        collection,
                        id)
                .stream();
    }
}
