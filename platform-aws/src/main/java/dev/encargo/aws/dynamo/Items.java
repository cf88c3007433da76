package dev.encargo.aws.dynamo;

import dev.encargo.aws.document.PendingJson;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.StoredDocument;
import dev.encargo.platform.effects.PendingEffect;
import dev.encargo.platform.effects.Settlement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Documents as items of the table: under their id (`pk`) and collection (`sk`), so that all documents of an order
/// stand together.
///
/// An index entry is two attributes, named as the index: `by-customer` holds collection and partition,
/// `by-customer-sort` the sort key.
final class Items {
    static final String ID = "pk";
    static final String COLLECTION = "sk";
    static final String PENDING = "pending";
    static final String DUE = "due";
    static final String EFFECTS = "effects";
    static final String REVISION = "revision";
    private static final String VERSION = "version";
    private static final String BODY = "body";
    private static final String WRITER = "writer";

    private final PendingJson effects = new PendingJson();

    static Map<String, AttributeValue> key(String collection, String id) {
        return Map.of(ID, text(id), COLLECTION, text(collection));
    }

    static DocumentKey key(Map<String, AttributeValue> item) {
        return new DocumentKey(get(item, COLLECTION), get(item, ID));
    }

    static String sortOf(String index) {
        return index + "-sort";
    }

    static String partition(String collection, String partition) {
        return collection + "#" + partition;
    }

    /// `dueBefore` is when the relay had to look at the document so far; null when it had not.
    Map<String, AttributeValue> of(
            String collection, Draft draft, List<PendingEffect> pending, @Nullable Instant dueBefore, long revision) {
        @Nullable Instant due = Settlement.due(pending, draft.due(), dueBefore);
        Map<String, AttributeValue> item = new HashMap<>(key(collection, draft.id()));
        item.put(VERSION, number(draft.version()));
        item.put(REVISION, number(revision));
        item.put(BODY, text(draft.body()));
        item.put(WRITER, text(draft.writer()));
        for (IndexEntry entry : draft.index()) {
            item.put(entry.index(), text(partition(collection, entry.partition())));
            item.put(sortOf(entry.index()), text(entry.sort()));
        }
        item.putAll(waiting(draft.id(), pending, due));
        return item;
    }

    /// The attributes of what waits: none of them, or some of [#EFFECTS], [#PENDING], [#DUE].
    Map<String, AttributeValue> waiting(String id, List<PendingEffect> pending, @Nullable Instant due) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        @Nullable String stored = effects.write(pending);
        if (stored != null) {
            attributes.put(EFFECTS, text(stored));
        }
        RelayEntry.of(id, pending, due).ifPresent(entry -> {
            attributes.put(PENDING, text(entry.partition()));
            attributes.put(DUE, text(entry.sort()));
        });
        return attributes;
    }

    StoredDocument document(Map<String, AttributeValue> item) {
        return new StoredDocument(
                get(item, ID),
                Long.parseLong(required(item, VERSION).n()),
                revision(item),
                get(item, BODY),
                pending(item),
                due(item),
                get(item, WRITER));
    }

    @Nullable
    Instant due(Map<String, AttributeValue> item) {
        return relayEntry(item).map(RelayEntry::due).orElse(null);
    }

    List<PendingEffect> pending(Map<String, AttributeValue> item) {
        return effects.read(item.containsKey(EFFECTS) ? get(item, EFFECTS) : null);
    }

    static long revision(Map<String, AttributeValue> item) {
        return Long.parseLong(required(item, REVISION).n());
    }

    static Optional<RelayEntry> relayEntry(Map<String, AttributeValue> item) {
        return item.containsKey(PENDING)
                ? Optional.of(new RelayEntry(get(item, PENDING), get(item, DUE)))
                : Optional.empty();
    }

    static String get(Map<String, AttributeValue> item, String name) {
        return required(item, name).s();
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
