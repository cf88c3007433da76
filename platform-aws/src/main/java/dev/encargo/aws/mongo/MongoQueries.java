package dev.encargo.aws.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.encargo.platform.documents.IndexQuery;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// What a query of an index asks for, and in which order. DocumentDB uses a sparse index only for a filter that
/// asks whether the field exists.
final class MongoQueries {

    private MongoQueries() {}

    static Bson entries(String collection, IndexQuery query) {
        String partition = MongoRecords.partitionOf(query.index());
        String sort = MongoRecords.sortOf(query.index());
        List<Bson> all = new ArrayList<>(List.of(
                Filters.exists(partition),
                Filters.eq(partition, MongoRecords.partition(collection, query.partition()))));
        @Nullable String from = query.from();
        if (from != null) {
            all.add(Filters.gte(sort, from));
        }
        @Nullable String to = query.to();
        if (to != null) {
            all.add(Filters.lt(sort, to));
        }
        @Nullable String after = query.after();
        if (after != null) {
            all.add(query.descending() ? Filters.lt(sort, after) : Filters.gt(sort, after));
        }
        return Filters.and(all);
    }

    static Bson order(IndexQuery query) {
        String sort = MongoRecords.sortOf(query.index());
        return query.descending() ? Sorts.descending(sort) : Sorts.ascending(sort);
    }
}
