package dev.encargo.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.documents.Documents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDocumentsTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    private static final Operations OPERATIONS = new Operations();

    private static Documents empty(String... indexes) {
        String table = Tables.create(AWS.connection().client(DynamoDbClient.builder()), indexes);
        DynamoDbClient heard = AWS.connection()
                .client(DynamoDbClient.builder()
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(OPERATIONS)));
        return new DynamoDocuments(heard, table);
    }

    /// Nothing is scanned, above all.
    @AfterAll
    static void functions_may_do_on_their_table_what_their_documents_need() {
        assertThat(OPERATIONS.asked).isNotEmpty().isSubsetOf(Operations.allowed());
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
