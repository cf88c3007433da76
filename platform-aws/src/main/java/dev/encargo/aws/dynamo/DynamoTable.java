package dev.encargo.aws.dynamo;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/// The table as the template describes its own: for who keeps documents outside a stack of AWS.
final class DynamoTable {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Makes it, with the relay's index and the `declared` ones, and waits until it is there.
    void create(Collection<String> declared) {
        List<Index> indexes = Stream.concat(
                        Stream.of(Index.PENDING), declared.stream().map(Index::declared))
                .toList();
        dynamo.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.concat(
                                Stream.of(Items.ID, Items.COLLECTION),
                                indexes.stream().flatMap(index -> Stream.of(index.partition(), index.sort())))
                        .map(DynamoTable::attribute)
                        .toList())
                .keySchema(key(Items.ID, KeyType.HASH), key(Items.COLLECTION, KeyType.RANGE))
                .globalSecondaryIndexes(indexes.stream().map(DynamoTable::index).toList()));
        try (DynamoDbWaiter there = dynamo.waiter()) {
            there.waitUntilTableExists(request -> request.tableName(table));
        }
    }

    boolean exists() {
        try {
            dynamo.describeTable(request -> request.tableName(table));
            return true;
        } catch (ResourceNotFoundException _) {
            return false;
        }
    }

    /// The indexes, of those that are `declared` and the relay's, that the table was made without.
    Set<String> lacks(Collection<String> declared) {
        Set<String> lacking = new HashSet<>(declared);
        lacking.add(Index.PENDING.name());
        dynamo.describeTable(request -> request.tableName(table)).table().globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .forEach(lacking::remove);
        return lacking;
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(key(index.partition(), KeyType.HASH), key(index.sort(), KeyType.RANGE))
                .projection(kept -> kept.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
