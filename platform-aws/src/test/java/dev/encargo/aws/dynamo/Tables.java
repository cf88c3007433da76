package dev.encargo.aws.dynamo;

import dev.encargo.aws.emulator.Emulator;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Makes tables as the template describes its own.
public final class Tables {

    private Tables() {}

    public static String create(DynamoDbClient dynamo, String... declared) {
        String table = Emulator.fresh("documents");
        new DynamoTable(dynamo, table).create(List.of(declared));
        return table;
    }
}
