package dev.encargo.aws.mongo;

import dev.encargo.aws.document.PendingJson;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Settlement;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/// Documents as they are stored, all in one collection of MongoDB:
///
/// `{_id: "orders/ord_1", collection, id, version, revision, body, writer, effects?, due?, parked?, index?}`
///
/// `index` has a field for each index entry, such as `by-customer: {partition: "orders#cus_1", sort}`. What is `?`
/// is there only when it says something, since all indexes are sparse.
final class MongoRecords {
    static final String ID = "_id";
    static final String COLLECTION = "collection";
    static final String REVISION = "revision";
    static final String EFFECTS = "effects";
    static final String DUE = "due";
    static final String PARKED = "parked";
    private static final String DOCUMENT = "id";
    private static final String VERSION = "version";
    private static final String BODY = "body";
    private static final String WRITER = "writer";
    private static final String INDEX = "index";
    private static final String PARTITION = "partition";
    private static final String SORT = "sort";

    private final PendingJson effects = new PendingJson();

    static BsonString id(String collection, String id) {
        return new BsonString(collection + "/" + id);
    }

    static String partition(String collection, String partition) {
        return collection + "#" + partition;
    }

    static String partitionOf(String index) {
        return INDEX + "." + index + "." + PARTITION;
    }

    static String sortOf(String index) {
        return INDEX + "." + index + "." + SORT;
    }

    /// `dueBefore` is when the relay had to look at the document so far; null when it had not.
    BsonDocument of(
            String collection, Draft draft, List<PendingEffect> pending, @Nullable Instant dueBefore, long revision) {
        BsonDocument stored = new BsonDocument(ID, id(collection, draft.id()))
                .append(COLLECTION, new BsonString(collection))
                .append(DOCUMENT, new BsonString(draft.id()))
                .append(VERSION, new BsonInt64(draft.version()))
                .append(REVISION, new BsonInt64(revision))
                .append(BODY, new BsonString(draft.body()))
                .append(WRITER, new BsonString(draft.writer()));
        BsonDocument index = new BsonDocument();
        for (IndexEntry entry : draft.index()) {
            index.append(
                    entry.index(),
                    new BsonDocument(PARTITION, new BsonString(partition(collection, entry.partition())))
                            .append(SORT, new BsonString(entry.sort())));
        }
        if (!index.isEmpty()) {
            stored.append(INDEX, index);
        }
        stored.putAll(waiting(pending, Settlement.due(pending, draft.due(), dueBefore)));
        return stored;
    }

    /// The fields of what waits: none of them, or some of [#EFFECTS], [#DUE], [#PARKED].
    BsonDocument waiting(List<PendingEffect> pending, @Nullable Instant due) {
        BsonDocument waiting = new BsonDocument();
        @Nullable String text = effects.write(pending);
        if (text != null) {
            waiting.append(EFFECTS, new BsonString(text));
        }
        if (due != null) {
            waiting.append(DUE, new BsonDateTime(due.toEpochMilli()));
        }
        long parked = pending.stream().filter(PendingEffect::parked).count();
        if (parked > 0) {
            waiting.append(PARKED, new BsonInt64(parked));
        }
        return waiting;
    }

    StoredDocument document(BsonDocument stored) {
        return new StoredDocument(
                text(stored, DOCUMENT),
                stored.getInt64(VERSION).getValue(),
                revision(stored),
                text(stored, BODY),
                pending(stored),
                due(stored),
                text(stored, WRITER));
    }

    static @Nullable Instant due(BsonDocument stored) {
        return stored.containsKey(DUE)
                ? Instant.ofEpochMilli(stored.getDateTime(DUE).getValue())
                : null;
    }

    List<PendingEffect> pending(BsonDocument stored) {
        return effects.read(stored.containsKey(EFFECTS) ? text(stored, EFFECTS) : null);
    }

    static long revision(BsonDocument stored) {
        return stored.getInt64(REVISION).getValue();
    }

    static DocumentKey key(BsonDocument stored) {
        return new DocumentKey(text(stored, COLLECTION), text(stored, DOCUMENT));
    }

    static String sort(BsonDocument stored, String index) {
        return text(stored.getDocument(INDEX).getDocument(index), SORT);
    }

    private static String text(BsonDocument stored, String field) {
        return stored.getString(field).getValue();
    }
}
