package dev.encargo.aws.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/// Makes the indexes of the collection, those of the relay and those that store classes declare. Making one that is
/// there already changes nothing. For a command, never for a request.
public final class MongoIndexes {
    private final MongoStore store;

    public MongoIndexes(MongoStore store) {
        this.store = store;
    }

    public void create(Collection<String> declared) {
        make("relay-due", Indexes.ascending(MongoRecords.DUE));
        make("relay-parked", Indexes.ascending(MongoRecords.PARKED));
        declared.forEach(
                name -> make(name, Indexes.ascending(MongoRecords.partitionOf(name), MongoRecords.sortOf(name))));
    }

    /// Sparse: most documents are in none of them.
    private void make(String name, Bson keys) {
        IndexOptions options = new IndexOptions().name(name).sparse(true);
        store.ask((MongoCollection<BsonDocument> documents) -> documents.createIndex(keys, options));
    }
}
