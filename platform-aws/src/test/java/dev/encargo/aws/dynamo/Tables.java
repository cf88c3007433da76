package dev.encargo.aws.dynamo;

import dev.encargo.aws.emulator.Emulator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Makes tables as the template describes its own.
public final class Tables {

    private Tables() {}

    public static String create(DynamoDbClient dynamo, String... declared) {
        String table = Emulator.fresh("documents");
        List<Index> indexes = Stream.concat(
                        Stream.of(Index.PENDING), Stream.of(declared).map(Index::declared))
                .toList();
        dynamo.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.concat(
                                Stream.of(Items.ID, Items.COLLECTION),
                                indexes.stream().flatMap(index -> Stream.of(index.partition(), index.sort())))
                        .map(Tables::attribute)
                        .toList())
                .keySchema(key(Items.ID, KeyType.HASH), key(Items.COLLECTION, KeyType.RANGE))
                .globalSecondaryIndexes(indexes.stream().map(Tables::index).toList()));
        return table;
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
