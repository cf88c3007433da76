package dev.encargo.aws.dynamo;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.documents.DocumentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Reads the table's indexes, which keep keys only and lag behind the writes.
final class DynamoIndexes {
    private static final Dependency DOCUMENTS = new Dependency("documents");

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoIndexes(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Documents with something due at `now`, oldest first.
    List<DocumentKey> due(Instant now, int limit) {
        String until = RelayEntry.until(now);
        List<Callable<List<Map<String, AttributeValue>>>> partitions = RelayEntry.pendingPartitions()
                .<Callable<List<Map<String, AttributeValue>>>>map(
                        in -> () -> keys(Index.PENDING.between(in, null, until), limit, _ -> true))
                .toList();
        return Together.ask(partitions).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(entry -> Items.get(entry, Items.DUE)))
                .limit(limit)
                .map(Items::key)
                .toList();
    }

    /// Documents that hold something parked.
    List<DocumentKey> parked(int limit) {
        return Stream.concat(RelayEntry.parkedPartitions(), RelayEntry.pendingPartitions())
                .flatMap(in -> keys(Index.PENDING.between(in, null, null), limit, DynamoIndexes::hasParked).stream())
                .limit(limit)
                .map(Items::key)
                .toList();
    }

    private static boolean hasParked(Map<String, AttributeValue> entry) {
        return Items.relayEntry(entry).filter(RelayEntry::hasParked).isPresent();
    }

    /// The first `limit` entries that are `wanted`.
    List<Map<String, AttributeValue>> keys(
            QueryRequest.Builder asked, int limit, Predicate<Map<String, AttributeValue>> wanted) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        QueryRequest.Builder next = asked.tableName(table).limit(limit);
        while (true) {
            QueryResponse answer = DOCUMENTS.ask(() -> dynamo.query(next.build()));
            answer.items().stream().filter(wanted).forEach(found::add);
            if (found.size() >= limit || !answer.hasLastEvaluatedKey()) {
                return found.size() > limit ? found.subList(0, limit) : found;
            }
            next.exclusiveStartKey(answer.lastEvaluatedKey());
        }
    }
}
