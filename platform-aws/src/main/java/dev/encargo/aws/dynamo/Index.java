package dev.encargo.aws.dynamo;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// An index of the table, and the attributes that it is keyed by.
record Index(String name, String partition, String sort) {

    /// The relay's.
    static final Index PENDING = new Index("pending", Items.PENDING, Items.DUE);

    /// One that a store class declares.
    static Index declared(String name) {
        return new Index(name, name, Items.sortOf(name));
    }

    /// Asks for the entries of `in` from `low` to `high`, both included; null is open.
    QueryRequest.Builder between(String in, @Nullable String low, @Nullable String high) {
        String range = range(low, high);
        Map<String, String> names = new HashMap<>(Map.of("#partition", partition));
        if (!range.isEmpty()) {
            names.put("#sort", sort);
        }
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":in", Items.text(in)));
        if (low != null) {
            values.put(":low", Items.text(low));
        }
        if (high != null) {
            values.put(":high", Items.text(high));
        }
        return QueryRequest.builder()
                .indexName(name)
                .keyConditionExpression("#partition = :in" + range)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    private static String range(@Nullable String low, @Nullable String high) {
        if (low == null) {
            return high == null ? "" : " AND #sort <= :high";
        }
        return high == null ? " AND #sort >= :low" : " AND #sort BETWEEN :low AND :high";
    }
}
