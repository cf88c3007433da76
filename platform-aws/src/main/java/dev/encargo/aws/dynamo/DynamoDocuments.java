package dev.encargo.aws.dynamo;

import dev.encargo.aws.call.Dependency;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Documents as items of one table, which the template describes. A document with its effects and index entries is
/// one item of ≤ 400 KB. Reads by id are consistent, writes are conditional, nothing is ever scanned.
public final class DynamoDocuments implements Documents {
    private static final Dependency DOCUMENTS = new Dependency("documents");
    private static final String IS_ABSENT = "attribute_not_exists(" + Items.ID + ")";
    private static final String HAS_REVISION = Items.REVISION + " = :revision";
    private static final String HAS_NO_EFFECTS = " AND attribute_not_exists(" + Items.EFFECTS + ")";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Items items = new Items();
    private final DynamoIndexes indexes;
    private final DynamoPages pages;

    public DynamoDocuments(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.indexes = new DynamoIndexes(dynamo, table);
        this.pages = new DynamoPages(indexes, this::item, items);
    }

    @Override
    public Optional<StoredDocument> get(String collection, String id) {
        return item(new DocumentKey(collection, id)).map(items::document);
    }

    private Optional<Map<String, AttributeValue>> item(DocumentKey key) {
        GetItemResponse found = DOCUMENTS.ask(() -> dynamo.getItem(
                request -> request.tableName(table).consistentRead(true).key(Items.key(key.collection(), key.id()))));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    @Override
    public Written insert(String collection, Draft draft) {
        List<PendingEffect> pending = PendingJson.with(List.of(), draft.effects());
        try {
            put(put(items.of(collection, draft, pending, null, 1)).conditionExpression(IS_ABSENT));
            return new Written.Done(1, false);
        } catch (ConditionalCheckFailedException _) {
            return new Written.Conflict();
        }
    }

    /// Mostly nothing waits any more, so this first writes as if nothing did; the refusal tells what does.
    @Override
    public Written replace(String collection, Draft draft, long revision) {
        try {
            return replace(collection, draft, List.of(), null, revision, HAS_REVISION + HAS_NO_EFFECTS);
        } catch (ConditionalCheckFailedException refused) {
            return stillAt(revision, refused)
                    ? replaceBehind(refused.item(), collection, draft, revision)
                    : new Written.Conflict();
        }
    }

    private static boolean stillAt(long revision, ConditionalCheckFailedException refused) {
        return refused.hasItem() && Items.revision(refused.item()) == revision;
    }

    private Written replaceBehind(Map<String, AttributeValue> before, String collection, Draft draft, long revision) {
        try {
            return replace(collection, draft, items.pending(before), items.due(before), revision, HAS_REVISION);
        } catch (ConditionalCheckFailedException _) {
            return new Written.Conflict();
        }
    }

    private Written replace(
            String collection,
            Draft draft,
            List<PendingEffect> before,
            @Nullable Instant dueBefore,
            long revision,
            String condition) {
        List<PendingEffect> pending = PendingJson.with(before, draft.effects());
        put(put(items.of(collection, draft, pending, dueBefore, revision + 1))
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":revision", Items.number(revision)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
        return new Written.Done(revision + 1, false);
    }

    private PutItemRequest.Builder put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder().tableName(table).item(item);
    }

    private void put(PutItemRequest.Builder request) {
        DOCUMENTS.ask(() -> dynamo.putItem(request.build()));
    }

    @Override
    public boolean amend(
            String collection, String id, long revision, List<PendingEffect> pending, @Nullable Instant due) {
        Amendment amendment = new Amendment(items.waiting(id, pending, due), revision);
        try {
            DOCUMENTS.ask(() -> dynamo.updateItem(amendment
                    .request()
                    .tableName(table)
                    .key(Items.key(collection, id))
                    .build()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public Page query(String collection, IndexQuery query) {
        return pages.page(collection, query);
    }

    @Override
    public List<DocumentKey> due(Instant now, int limit) {
        return indexes.due(now, limit);
    }

    @Override
    public List<DocumentKey> parked(int limit) {
        return indexes.parked(limit);
    }
}
