package dev.encargo.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.encargo.aws.emulator.Emulator;
import dev.encargo.platform.documents.DocumentKey;
import dev.encargo.platform.documents.Draft;
import dev.encargo.platform.documents.IndexEntry;
import dev.encargo.platform.documents.IndexQuery;
import dev.encargo.platform.documents.StoredDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An index lags behind the table: what it still names may have moved on.
class ReadingPagesTest {

    @RegisterExtension
    static final Emulator AWS = new Emulator();

    private final Items items = new Items();
    private final Map<DocumentKey, Map<String, AttributeValue>> now = new HashMap<>();
    private DynamoPages pages;

    @BeforeEach
    void indexTwo() {
        DynamoDbClient dynamo = AWS.connection().client(DynamoDbClient.builder());
        String table = Tables.create(dynamo, "by-owner");
        DynamoDocuments documents = new DynamoDocuments(dynamo, table);
        documents.insert("things", draft("t1", "ana", "1"));
        documents.insert("things", draft("t2", "ana", "2"));
        is("t1", draft("t1", "ana", "1"));
        is("t2", draft("t2", "ana", "2"));
        pages = new DynamoPages(new DynamoIndexes(dynamo, table), key -> Optional.ofNullable(now.get(key)), items);
    }

    private static Draft draft(String id, String owner, String sort) {
        List<IndexEntry> entries = owner.isEmpty() ? List.of() : List.of(new IndexEntry("by-owner", owner, sort));
        return new Draft(id, 1, "{}", List.of(), Instant.EPOCH, entries, "wri_" + id);
    }

    private void is(String id, Draft draft) {
        now.put(new DocumentKey("things", id), items.of("things", draft, List.of(), null, 2));
    }

    private List<String> found() {
        return pages.page("things", new IndexQuery("by-owner", "ana", null, null, null, false, 10)).documents().stream()
                .map(StoredDocument::id)
                .toList();
    }

    @Test
    void finds_what_is_where_the_index_saw_it() {
        assertThat(found()).containsExactly("t1", "t2");
    }

    @Test
    void leaves_out_what_went_to_another_partition() {
        is("t1", draft("t1", "bea", "1"));
        assertThat(found()).containsExactly("t2");
    }

    @Test
    void leaves_out_what_went_to_another_place_of_the_partition() {
        is("t1", draft("t1", "ana", "3"));
        assertThat(found()).containsExactly("t2");
    }

    @Test
    void leaves_out_what_is_in_the_index_no_more() {
        is("t1", draft("t1", "", ""));
        assertThat(found()).containsExactly("t2");
    }
}
