package dev.encargo.aws.mongo;

import dev.encargo.platform.conformance.IndexesContract;
import dev.encargo.platform.conformance.StoredEffectsContract;
import dev.encargo.platform.documents.Documents;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDocumentsTest {

    @RegisterExtension
    static final MongoServers MONGO = new MongoServers();

    @Nested
    class ItsEffects extends StoredEffectsContract {
        private final Documents documents = new MongoDocuments(MONGO.empty());

        @Override
        protected Documents documents() {
            return documents;
        }
    }

    @Nested
    class ItsIndexes extends IndexesContract {
        private final Documents documents = new MongoDocuments(MONGO.empty("by-owner", "by-state"));

        @Override
        protected Documents documents() {
            return documents;
        }

        @Override
        protected void awaitIndexes() {
            // the primary's do not lag
        }
    }
}
