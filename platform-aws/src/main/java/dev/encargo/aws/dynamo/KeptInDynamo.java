package dev.encargo.aws.dynamo;

import dev.encargo.aws.call.Dependency;
import dev.encargo.platform.Unavailable;
import dev.encargo.platform.documents.Documents;
import dev.encargo.platform.documents.KeptDocuments;
import dev.encargo.platform.documents.StoredDocument;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// The documents of a local host in a table of its own.
final class KeptInDynamo implements KeptDocuments {
    private static final Dependency DOCUMENTS = new Dependency("documents");

    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoTable description;
    private final Items items = new Items();

    KeptInDynamo(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.description = new DynamoTable(dynamo, table);
    }

    @Override
    public Documents documents() {
        return new DynamoDocuments(dynamo, table);
    }

    /// A table that is there is taken as it is, or not at all: an index is made with its table, as by the template.
    @Override
    public void prepare(Collection<String> declared) {
        Set<String> lacking = DOCUMENTS.perform(() -> {
            if (!description.exists()) {
                description.create(declared);
            }
            return description.lacks(declared);
        });
        if (!lacking.isEmpty()) {
            throw new Unavailable("documents", "the table " + table + " lacks the indexes " + lacking);
        }
    }

    @Override
    public boolean isEmpty() {
        return DOCUMENTS
                .perform(() -> dynamo.scan(
                        request -> request.tableName(table).consistentRead(true).limit(1)))
                .items()
                .isEmpty();
    }

    @Override
    public void each(BiConsumer<String, StoredDocument> reader) {
        DOCUMENTS.perform(() -> {
            dynamo.scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                    .forEach(item -> reader.accept(Items.key(item).collection(), items.document(item)));
            return true;
        });
    }

    @Override
    public void drop() {
        DOCUMENTS.perform(() -> {
            try {
                dynamo.deleteTable(request -> request.tableName(table));
                return true;
            } catch (ResourceNotFoundException _) {
                return false;
            }
        });
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
