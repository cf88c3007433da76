package dev.encargo.aws.dynamo;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.documents.Documents;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDocumentsTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    private static Documents empty(String... indexes) {
        DynamoDbClient dynamo = AWS.connection().client(DynamoDbClient.builder());
        return new DynamoDocuments(dynamo, Tables.create(dynamo, indexes));
    }

    @Nested
    class ItsEffects extends StoredEffectsContract {
        private final Documents documents = empty();

        @Override
        protected Documents documents() {
            return documents;
        }
    }

    @Nested
    class ItsIndexes extends IndexesContract {
        private final Documents documents = empty("by-owner", "by-state");

        @Override
        protected Documents documents() {
            return documents;
        }

        @Override
        protected void awaitIndexes() {
            // the emulator's do not lag
        }
    }
}
