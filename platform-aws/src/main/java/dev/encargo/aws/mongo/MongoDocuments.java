package dev.encargo.aws.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.encargo.aws.document.PendingJson;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.Page;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.documents.Written;
import dev.encargo.platform.effects.PendingEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Documents in one collection of MongoDB, by operators that DocumentDB has. A document with its effects and index
/// entries is one document of MongoDB, so no transaction is needed. Read from the primary, written to a majority.
///
/// [MongoIndexes] makes the indexes, once, by a command.
public final class MongoDocuments implements Documents {
    private final MongoStore store;
    private final MongoRecords records = new MongoRecords();

    public MongoDocuments(MongoStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return find(collection, id).map(records::document);
    }

    private Optional<BsonDocument> find(String collection, String id) {
        return store.ask(documents -> Optional.ofNullable(
                documents.find(Filters.eq(MongoRecords.id(collection, id))).first()));
    }

    @Override
    public Written insert(String collection, Draft draft) {
        List<PendingEffect> pending = PendingJson.with(List.of(), draft.effects());
        BsonDocument stored = records.of(collection, draft, pending, null, 1);
        return store.ask(documents -> inserted(documents, stored))
                ? new Written.Done(1, false)
                : new Written.Conflict();
    }

    private static boolean inserted(MongoCollection<BsonDocument> documents, BsonDocument stored) {
        try {
            documents.insertOne(stored);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /// Mostly nothing waits any more, so this first writes as if nothing did.
    @Override
    public Written replace(String collection, Draft draft, long revision) {
        Bson nothingWaits = Filters.eq(MongoRecords.EFFECTS, BsonNull.VALUE);
        if (replaced(collection, draft, List.of(), null, revision, nothingWaits)) {
            return new Written.Done(revision + 1, false);
        }
        Optional<BsonDocument> before =
                find(collection, draft.id()).filter(stored -> MongoRecords.revision(stored) == revision);
        boolean replaced = before.isPresent()
                && replaced(
                        collection,
                        draft,
                        records.pending(before.get()),
                        MongoRecords.due(before.get()),
                        revision,
                        Filters.empty());
        return replaced ? new Written.Done(revision + 1, false) : new Written.Conflict();
    }

    private boolean replaced(
            String collection,
            Draft draft,
            List<PendingEffect> before,
            @Nullable Instant dueBefore,
            long revision,
            Bson condition) {
        List<PendingEffect> pending = PendingJson.with(before, draft.effects());
        BsonDocument stored = records.of(collection, draft, pending, dueBefore, revision + 1);
        Bson filter = Filters.and(at(collection, draft.id(), revision), condition);
        return store.ask(documents -> documents.replaceOne(filter, stored).getMatchedCount() == 1);
    }

    private static Bson at(String collection, String id, long revision) {
        return Filters.and(
                Filters.eq(MongoRecords.id(collection, id)),
                Filters.eq(MongoRecords.REVISION, new BsonInt64(revision)));
    }

    @Override
    public boolean amend(
            String collection, String id, long revision, List<PendingEffect> pending, @Nullable Instant due) {
        BsonDocument set = records.waiting(pending, due);
        BsonDocument remove = new BsonDocument();
        Stream.of(MongoRecords.EFFECTS, MongoRecords.DUE, MongoRecords.PARKED)
                .filter(field -> !set.containsKey(field))
                .forEach(field -> remove.append(field, new BsonString("")));
        set.append(MongoRecords.REVISION, new BsonInt64(revision + 1));
        BsonDocument update = new BsonDocument("$set", set);
        if (!remove.isEmpty()) {
            update.append("$unset", remove);
        }
        return store.ask(documents ->
                documents.updateOne(at(collection, id, revision), update).getMatchedCount() == 1);
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        List<BsonDocument> found = store.ask(documents -> documents
                .find(MongoQueries.entries(collection, query))
                .sort(MongoQueries.order(query))
                .limit(query.limit() + 1)
                .into(new ArrayList<>()));
        boolean more = found.size() > query.limit();
        List<BsonDocument> page = more ? found.subList(0, query.limit()) : found;
        return new Page(
                page.stream().map(records::document).toList(),
                more ? MongoRecords.sort(page.getLast(), query.index()) : null);
    }

    @Override
    public List<DocumentKey> due(Instant now, int limit) {
        return keys(
                Filters.and(
                        Filters.exists(MongoRecords.DUE),
                        Filters.lte(MongoRecords.DUE, new BsonDateTime(now.toEpochMilli()))),
                Sorts.ascending(MongoRecords.DUE),
                limit);
    }

    @Override
    public List<DocumentKey> parked(int limit) {
        return keys(Filters.exists(MongoRecords.PARKED), Sorts.ascending(MongoRecords.PARKED), limit);
    }

    private List<DocumentKey> keys(Bson filter, Bson order, int limit) {
        return store
                .ask(documents ->
                        documents.find(filter).sort(order).limit(limit).into(new ArrayList<>()))
                .stream()
                .map(MongoRecords::key)
                .toList();
    }
}
