package dev.encargo.aws.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private final Spoken spoken = new Spoken();

    @Test
    void hears_other_operators_however_deep_other_commands_and_retried_writes() {
        spoken.hear("update", BsonDocument.parse("{updates: [{q: {a: {$expr: 1}}, u: [{$merge: 1}]}], txnNumber: 1}"));
        spoken.hear("aggregate", BsonDocument.parse("{pipeline: []}"));
        assertThat(spoken.notUnderstoodByDocumentDb()).containsExactly("$expr", "$merge", "aggregate", "txnNumber");
    }

    @Test
    void takes_what_documentdb_understands() {
        spoken.hear("find", BsonDocument.parse("{filter: {$and: [{a: {$exists: true, $lt: 2}}]}, $db: 'x'}"));
        assertThat(spoken.notUnderstoodByDocumentDb()).isEmpty();
    }
}
