package dev.encargo.aws.dynamo;

import dev.encargo.aws.call.Connection;
import dev.encargo.platform.documents.Documents;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Empty stores, each with a table of its own.
public final class DynamoStores {

    private DynamoStores() {}

    public static Documents empty(Connection connection, String... indexes) {
        DynamoDbClient dynamo = connection.client(DynamoDbClient.builder());
        return new DynamoDocuments(dynamo, Tables.create(dynamo, indexes));
    }
}
