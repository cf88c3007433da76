package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.KeptDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("documents at an address of MongoDB")
class MongoDocumentServerTest {

    @RegisterExtension
    static final MongoServers MONGO = new MongoServers();

    @Test
    void a_file_of_authorities_that_cannot_be_read_is_named() {
        MongoDocumentServer server = new MongoDocumentServer(Map.of("MONGODB_CA", "/nowhere/bundle.pem"));
        assertThatThrownBy(() -> server.open("mongodb://127.0.0.1", "orders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/nowhere/bundle.pem");
    }

    @Test
    void they_are_empty_until_something_is_written_and_after_they_are_dropped() {
        try (KeptDocuments kept = new MongoDocumentServer(Map.of()).open(MONGO.database(), "unnamed")) {
            kept.prepare(List.of("by-owner"));
            assertThat(kept.isEmpty()).isTrue();
            kept.documents()
                    .insert("orders", new Draft("ord_1", 1, "{}", List.of(), Instant.EPOCH, List.of(), "wri_1"));
            assertThat(kept.isEmpty()).isFalse();
            kept.drop();
            assertThat(kept.isEmpty()).isTrue();
        }
    }
}
